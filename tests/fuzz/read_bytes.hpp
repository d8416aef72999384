// What the fuzz targets of the readers share: one reader over bytes in memory.
#pragma once

#include "tests/unit/source/reader_fixture.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace dateline::fuzz {

/// Reads `data` by the reader called `name`. Ends the process if there is none of that name; an
/// exception that a reader lets pass ends it as well.
inline int read_bytes(std::string_view name, const std::uint8_t* data, std::size_t size_bytes) {
    const source::Reader* reader = source::find_reader(name);
    if (reader == nullptr) {
        std::abort();
    }
    const std::string bytes(data, data + size_bytes);
    static_cast<void>(reader->sniff(bytes, "memory"));
    static_cast<void>(source::read_all(*reader, bytes));
    return 0;
}

}  // namespace dateline::fuzz
