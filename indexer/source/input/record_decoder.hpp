// The encoding of the records of one stream, decided once and not anew by each record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::source {

/// A record as UTF-8, and what it took.
struct DecodedRecord {
    std::string text;
    std::uint64_t repaired = 0;  ///< sequences without meaning in the encoding
    bool guessed = false;        ///< neither declared nor UTF-8: found by statistics
};

/// Decodes the records of a stream in an encoding that has ASCII's characters at ASCII's bytes.
class RecordDecoder {
public:
    /// @param declared  SourceOptions::charset; empty: detected
    /// @param head      the beginning of the stream, from which an encoding other than UTF-8 is
    ///                  told; where it is all ASCII, the first record that is not decides
    RecordDecoder(std::string_view declared, std::string_view head);

    /// `bytes` as UTF-8: as they are if they are valid, else by the encoding of the stream.
    [[nodiscard]] DecodedRecord decode(std::string_view bytes);

private:
    void detect(std::string_view bytes);

    std::string charset_;
    bool guessed_ = false;
};

}  // namespace dateline::source
