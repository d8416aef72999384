// Writing token streams, and searching them as bytes.
#include "common/text/token_stream.hpp"

#include "common/base/varint.hpp"
#include "common/text/word_codes.hpp"

#include <algorithm>
#include <cstring>

namespace dateline::text {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kHasSpelledWords = 1;

bool ends_code(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

bool at_code_start(std::string_view codes, std::size_t offset) noexcept {
    return offset == 0 || ends_code(codes[offset - 1]);
}

/// Offset of the first border; a 0xFF that ends a longer code is none.
std::size_t find_border(std::string_view codes) noexcept {
    std::size_t offset = codes.find(kBorder);
    while (offset != std::string_view::npos && !at_code_start(codes, offset)) {
        offset = codes.find(kBorder, offset + 1);
    }
    return offset;
}

/// The rest of a sequence at `offset`, from its second place on.
bool matches_at(std::string_view codes,
                std::size_t offset,
                const std::vector<CodeSet>& sequence,
                std::size_t place) {
    for (; place < sequence.size(); ++place) {
        const std::string_view rest = codes.substr(offset);
        const auto found = std::find_if(
            sequence[place].begin(), sequence[place].end(), [&](const std::string& code) {
                return rest.starts_with(code);
            });
        if (found == sequence[place].end()) {
            return false;
        }
        offset += found->size();
    }
    return true;
}

bool contains_from(std::string_view codes,
                   const std::string& first,
                   const std::vector<CodeSet>& sequence) {
    std::size_t offset = 0;
    while (offset < codes.size()) {
        const void* found =
            ::memmem(codes.data() + offset, codes.size() - offset, first.data(), first.size());
        if (found == nullptr) {
            return false;
        }
        offset = static_cast<std::size_t>(static_cast<const char*>(found) - codes.data());
        if (at_code_start(codes, offset) && matches_at(codes, offset + first.size(), sequence, 1)) {
            return true;
        }
        ++offset;
    }
    return false;
}

}  // namespace

void TokenStreamBuilder::add_token(std::string_view code) {
    codes_ += code;
    ++tokens_;
}

void TokenStreamBuilder::begin_sentence() {
    sentence_starts_.push_back(tokens_);
}

void TokenStreamBuilder::end_part() {
    if (!title_bytes_) {
        title_bytes_ = codes_.size();
    }
    codes_.push_back(kBorder);
}

std::string TokenStreamBuilder::finish(bool has_spelled_words) {
    std::string bytes;
    append_varint(bytes, kVersion);
    append_varint(bytes, has_spelled_words ? kHasSpelledWords : 0);
    append_varint(bytes, title_bytes_.value_or(0));
    append_varint(bytes, sentence_starts_.size());
    bytes += encode_ascending(sentence_starts_);
    bytes += codes_;
    *this = {};
    return bytes;
}

std::optional<TokenStream> read_token_stream(std::string_view bytes) {
    const auto version = take_varint(bytes);
    const auto flags = take_varint(bytes);
    const auto title_bytes = take_varint(bytes);
    const auto sentences = take_varint(bytes);
    if (version != kVersion || !flags || !title_bytes || !sentences || *sentences > bytes.size()) {
        return std::nullopt;
    }
    TokenStream stream;
    stream.has_spelled_words = (*flags & kHasSpelledWords) != 0;
    std::uint32_t start = 0;
    for (std::uint64_t i = 0; i < *sentences; ++i) {
        const auto delta = take_varint(bytes);
        if (!delta) {
            return std::nullopt;
        }
        start += static_cast<std::uint32_t>(*delta);
        stream.sentence_starts.push_back(start);
    }
    if (*title_bytes > bytes.size()) {
        return std::nullopt;
    }
    stream.all = bytes;
    stream.title = bytes.substr(0, *title_bytes);
    stream.body = bytes.substr(std::min<std::size_t>(*title_bytes + 1, bytes.size()));
    stream.lead = stream.body.substr(0, find_border(stream.body));
    return stream;
}

std::uint32_t token_count(const TokenStream& stream) {
    std::uint32_t count = 0;
    bool inside_code = false;
    for (const char byte : stream.all) {
        const bool is_border = byte == kBorder && !inside_code;
        inside_code = !ends_code(byte);
        count += inside_code || is_border ? 0U : 1U;
    }
    return count;
}

bool contains_sequence(std::string_view codes, const std::vector<CodeSet>& sequence) {
    if (sequence.empty()) {
        return false;
    }
    return std::any_of(
        sequence.front().begin(), sequence.front().end(), [&](const std::string& first) {
            return contains_from(codes, first, sequence);
        });
}

}  // namespace dateline::text
