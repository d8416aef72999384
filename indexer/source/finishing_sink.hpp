// What is done to every article, whatever format it comes from, before the next stage gets it.
#pragma once

#include "indexer/source/input/path_pattern.hpp"
#include "indexer/source/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dateline::source {

/// Stands between a reader and the sink of the run; does what read_inputs() promises for every
/// article. One object for one stream.
class FinishingSink : public ArticleSink {
public:
    /// All references must outlive the object.
    ///
    /// @param origin  file and member that the articles come from
    /// @param format  name of the reader
    /// @param modified  when the file or member was last written; empty: unknown
    FinishingSink(ArticleSink& next,
                  const SourceOptions& options,
                  const Locator& origin,
                  std::string format,
                  std::optional<time::TimestampMs> modified = std::nullopt)
        : next_(next),
          options_(options),
          origin_(origin),
          format_(std::move(format)),
          modified_(modified) {}

    /// Passes the article on, completed and cleaned, or rejects it as `no_text`.
    void article(Article&& article) override;
    void reject(Rejected&& rejected) override;
    void unrecognised(const Locator& locator, const std::string& type) override;
    void skipped(const std::string& kind) override {
        ++records_;
        next_.skipped(kind);
    }
    void progress(std::uint64_t bytes) override { next_.progress(bytes); }
    [[nodiscard]] bool stop_requested() const override { return next_.stop_requested(); }

    /// How many articles, rejections and skipped records went through.
    [[nodiscard]] std::uint64_t records() const noexcept { return records_; }

private:
    void complete(Article& article);
    void settle_date(Article& article);
    [[nodiscard]] std::optional<time::Published> date_from(DateSource source,
                                                           const Article& article);
    [[nodiscard]] const PathValues& path_values();

    ArticleSink& next_;
    const SourceOptions& options_;
    const Locator& origin_;
    std::string format_;
    std::optional<time::TimestampMs> modified_;
    std::optional<PathValues> path_values_;  ///< once asked for; the same for the whole stream
    std::uint64_t records_ = 0;
};

/// Makes every string of `article` valid UTF-8 without control characters other than line feeds,
/// puts id, collection, title, source, section and URL on one line, and drops paragraphs that are
/// blank. Tabs and the like become blanks, CR LF becomes LF; anything else that is dropped or
/// replaced is counted as a warning: `control_characters`, `repaired_utf8`.
void clean(Article& article);

}  // namespace dateline::source
