// The list of source formats.
#include "indexer/source/html_reader.hpp"
#include "indexer/source/json_reader.hpp"
#include "indexer/source/reader.hpp"

#include <array>

namespace dateline::source {

std::span<const Reader* const> readers() {
    static const std::array<const Reader*, 3> all = {
        &jsonl_reader(),
        &json_reader(),
        &html_reader(),
    };
    return all;
}

const Reader* find_reader(std::string_view name) {
    for (const Reader* reader : readers()) {
        if (reader->name() == name) {
            return reader;
        }
    }
    return nullptr;
}

}  // namespace dateline::source
