// Fuzz target: any bytes as the format feed.
#include "tests/fuzz/read_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    return dateline::fuzz::read_bytes("feed", data, size_bytes);
}
