// The encoding of the records of one stream, decided once and not anew by each record.
#include "indexer/source/input/record_decoder.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"

#include <utility>

namespace dateline::source {

RecordDecoder::RecordDecoder(std::string_view declared, std::string_view head)
    : charset_(declared) {
    // A head may end within a character: what stands behind its last line end does not count.
    const std::size_t lines = head.rfind('\n');
    head = lines == std::string_view::npos ? head : head.substr(0, lines);
    if (charset_.empty() && !is_valid_utf8(head)) {
        detect(head);
    }
}

void RecordDecoder::detect(std::string_view bytes) {
    const text::DecodedText decoded = text::decode_text(bytes);
    if (decoded.guessed) {
        charset_ = decoded.charset;
        guessed_ = true;
    }
}

DecodedRecord RecordDecoder::decode(std::string_view bytes) {
    if (charset_.empty() && !is_valid_utf8(bytes)) {
        detect(bytes);
    }
    const bool utf8 = is_valid_utf8(bytes);
    text::DecodedText decoded = text::decode_text(bytes, charset_);
    return {std::move(decoded.utf8), decoded.replaced, !utf8 && guessed_};
}

}  // namespace dateline::source
