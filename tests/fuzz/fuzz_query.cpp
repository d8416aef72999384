// Fuzz target: any bytes as a query, in strict and in lenient mode; what was read is printed and
// read back as the same query.
#include "query/parse/tree.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace dateline::parse;

ParseOptions options(bool lenient) {
    ParseOptions chosen{std::chrono::sys_days(std::chrono::year(2025) / 10 / 16)};
    chosen.lenient = lenient;
    chosen.saved_query = [](std::string_view name) -> std::optional<std::string> {
        if (name == "a") {
            return "oil OR (gas price)^2";
        }
        return name == "b" ? std::optional("x query:a|b") : std::nullopt;
    };
    return chosen;
}

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool has_everything(const Node& node) {
    return node.kind == NodeKind::Everything ||
           std::any_of(node.children.begin(), node.children.end(), has_everything);
}

void check_problems(const std::string& text, const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        require(problem.span.offset_bytes <= text.size() &&
                problem.span.size_bytes <= text.size() - problem.span.offset_bytes);
        require(!problem.code.empty() && !problem.message.empty());
    }
}

/// What lenient mode may refuse all the same.
bool is_hard_limit(const std::string& code) {
    return code == "too_long" || code == "bad_utf8" || code == "too_deep" ||
           code == "too_many_terms" || code == "empty_query";
}

void check(const std::string& text, bool lenient) {
    const Parsed parsed = parse_query(text, options(lenient));
    require(parsed.tree.has_value() == parsed.errors.empty());
    check_problems(text, parsed.errors);
    check_problems(text, parsed.warnings);
    if (!parsed.tree) {
        require(!lenient || is_hard_limit(parsed.errors.front().code));
        return;
    }
    // Every article is asked for by `*` only; U+FF0A is its full-width form.
    require(!has_everything(*parsed.tree) || text.find('*') != std::string::npos ||
            text.find("\uFF0A") != std::string::npos);
    const std::string printed = print_query(*parsed.tree);
    const Parsed again = parse_query(printed, options(false));
    // The printed form may be longer than a query may be.
    require(printed.size() > kMaxQueryBytes ||
            (again.tree && same_query(*parsed.tree, *again.tree) &&
             print_query(*again.tree) == printed));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    const std::string text(data, data + size_bytes);
    check(text, false);
    check(text, true);
    return 0;
}
