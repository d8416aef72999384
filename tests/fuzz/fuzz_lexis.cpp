// Fuzz target: any bytes as the format lexis.
#include "tests/fuzz/read_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size_bytes) {
    return dateline::fuzz::read_bytes("lexis", data, size_bytes);
}
