// Reuters-21578, Distribution 1.0, in its original SGML.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads the records <REUTERS …> … </REUTERS> of a stream, one in memory at a time (see
/// parse_reuters_record() for the fields). Rejected, each with its offset: a record that is not
/// closed before the next one or the end (`unclosed_record`), one longer than Limits::article_bytes
/// (`too_long`), and text between records that is no declaration (`stray_text`). Reading goes on at
/// the next <REUTERS.
///
/// Source: README.txt and lewis.dtd of the collection.
class ReutersReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "reuters"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "Reuters-21578 SGML (reut2-*.sgm)";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

}  // namespace dateline::source
