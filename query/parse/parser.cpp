// Query text to tree: checks the bytes first, then cuts tokens, then reads them.
#include "common/base/utf8.hpp"
#include "query/parse/lexer.hpp"
#include "query/parse/printer.hpp"
#include "query/parse/tree_parser.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace dateline::parse {
namespace {

/// Reads a query and the saved ones that it names.
class Reader {
public:
    explicit Reader(const ParseOptions& options) : options_(options) {}

    Parsed read(std::string_view text) {
        Parsed parsed;
        if (auto problem = check_bytes(text)) {
            parsed.errors.push_back(std::move(*problem));
            return parsed;
        }
        ProblemList problems;
        const SourceText source(text);
        std::vector<Token> tokens = cut_tokens(source, problems, options_.lenient);
        if (!problems.has_errors()) {
            const auto saved = [this](std::string_view name) { return read_saved(name); };
            parsed.tree =
                TreeParser(
                    source, std::move(tokens), problems, {options_.today, options_.lenient, saved})
                    .parse();
        }
        // A list such as (a b)|c has parentheses in canonical form only.
        if (parsed.tree && printed_depth(*parsed.tree) > kMaxQueryDepth) {
            problems.error(too_deep(parsed.tree->span));
            parsed.tree.reset();
        }
        assert(parsed.tree.has_value() != problems.has_errors());
        problems.move_to(parsed);
        return parsed;
    }

private:
    std::variant<Node, BadValue> read_saved(std::string_view name) {
        const auto text = options_.saved_query ? options_.saved_query(name) : std::nullopt;
        if (!text) {
            return BadValue{"unknown_query",
                            "no saved query is named " + quoted(name),
                            "--saved lists the saved queries, --save keeps one"};
        }
        if (std::find(names_.begin(), names_.end(), name) != names_.end()) {
            return BadValue{"query_cycle",
                            "the saved query " + quoted(name) + " leads back to itself",
                            "leave query:" + std::string(name) + " out of it"};
        }
        bytes_ += text->size();
        if (bytes_ > kMaxSavedBytes) {
            return BadValue{"too_long",
                            "the saved queries named have more than " +
                                std::to_string(kMaxSavedBytes) + " bytes together",
                            "name fewer of them"};
        }
        names_.emplace_back(name);
        Parsed parsed = read(*text);
        names_.pop_back();
        if (parsed.tree) {
            return std::move(*parsed.tree);
        }
        Problem& problem = parsed.errors.front();
        return BadValue{std::move(problem.code),
                        "the saved query " + quoted(name) + " cannot be read: " + problem.message,
                        std::move(problem.hint)};
    }

    const ParseOptions& options_;
    std::vector<std::string> names_;  ///< saved queries that are being read
    std::size_t bytes_ = 0;           ///< of saved queries so far
};

}  // namespace

Parsed parse_query(std::string_view text, const ParseOptions& options) {
    return Reader(options).read(text);
}

}  // namespace dateline::parse
