// Fuzz target: any bytes as a query; what was read is printed and read back as the same query.
#include "query/parse/tree.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    using namespace dateline::parse;
    const ParseOptions options{std::chrono::sys_days(std::chrono::year(2025) / 10 / 16)};
    const Parsed parsed = parse_query(std::string(data, data + size_bytes), options);
    if (parsed.tree.has_value() != parsed.errors.empty()) {
        std::abort();
    }
    if (parsed.tree) {
        const std::string printed = print_query(*parsed.tree);
        const Parsed again = parse_query(printed, options);
        // The printed form may be longer than a query may be.
        if (printed.size() <= kMaxQueryBytes &&
            (!again.tree || !same_query(*parsed.tree, *again.tree))) {
            std::abort();
        }
    }
    return 0;
}
