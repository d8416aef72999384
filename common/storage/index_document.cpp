// Packing of document data and keys.
#include "common/storage/index_document.hpp"

#include "common/base/error.hpp"
#include "common/base/varint.hpp"

namespace dateline::storage {
namespace {

std::string big_endian(std::uint64_t value) {
    std::string bytes(8, '\0');
    for (std::size_t i = 8; i-- > 0; value >>= 8U) {
        bytes[i] = static_cast<char>(value & 0xFFU);
    }
    return bytes;
}

}  // namespace

std::string pack_data(std::string_view article_json, std::string_view large_stream) {
    std::string data;
    append_varint(data, large_stream.size());
    data += large_stream;
    data += article_json;
    return data;
}

UnpackedData unpack_data(std::string_view data) {
    const auto size = take_varint(data);
    if (!size || *size > data.size()) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a stored article cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return {data.substr(*size), data.substr(0, *size)};
}

std::string key_term(const Hash128& key) {
    return std::string(schema::kKeyPrefix) + hex16(key.high) + hex16(key.low);
}

std::string key_bytes(const Hash128& key) {
    return big_endian(key.high) + big_endian(key.low);
}

std::string public_id(const Hash128& key) {
    return hex16(key.high);
}

}  // namespace dateline::storage
