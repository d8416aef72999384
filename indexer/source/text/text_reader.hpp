// Plain text, one article a file or many.
#pragma once

#include "common/time/date_reading.hpp"
#include "indexer/source/reader.hpp"

namespace dateline::source {

/// Reads a plain text file in any encoding as one article: metadata as take_header() finds it, else
/// headline, byline and date as read_text_head() does, then paragraphs. Bylines and dates below the
/// headline are copied and stay in the text, as headings. A dateline at the head of one of the
/// first three paragraphs is copied to Article::dateline, and the paragraph keeps it; if it states
/// its year and nothing else says when, it is the date of publication (published_from: `text`).
///
/// Input longer than Limits::article_bytes is rejected as `too_long` before more than that is kept.
/// If the stream fails, the text before the failure becomes an article with the warning
/// `incomplete`, and the failure passes on.
///
/// With options.split_on, each line that the pattern matches (see LinePattern) begins an article
/// and belongs to it, unless it has no letters and digits, such as a row of dashes; articles are
/// read one at a time, and the limit holds for each. Other warnings: `repaired_utf8` (sequences
/// without meaning in the encoding), `guessed_charset`, `ambiguous_date` (03/04/87 where the date
/// stands; DateReading::order would say).
class TextReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "text"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "plain text in any encoding, with front matter or header lines; one article a file";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

/// The article that decoded `text` holds, without locator and format.
///
/// @param dates  where a date leaves something out
[[nodiscard]] Article parse_text_article(std::string_view text, const time::DateReading& dates);

}  // namespace dateline::source
