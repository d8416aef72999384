// Bytes to text, text to an article.
#include "indexer/source/text/text_reader.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "common/time/numeric_date.hpp"
#include "indexer/source/media_type.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/text/line_pattern.hpp"
#include "indexer/source/text/line_records.hpp"
#include "indexer/source/text/text_head.hpp"
#include "indexer/source/text/text_header.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

/// Any other reader that knows its format goes first.
constexpr int kConfidence = 5;

/// Paragraphs at the start of a text that are searched for the dateline.
constexpr std::size_t kDatelineParagraphs = 3;

struct Input {
    std::string bytes;
    std::optional<StreamFailure> failure;
    bool too_long = false;
};

Input read_up_to(ByteStream& stream, std::uint64_t limit_bytes) {
    constexpr std::size_t kBlockBytes = 64U << 10U;
    Input input;
    std::string block(kBlockBytes, '\0');
    try {
        for (;;) {
            const std::size_t got = stream.read(block);
            if (got == 0) {
                return input;
            }
            if (got > limit_bytes - input.bytes.size()) {
                input.too_long = true;
                return input;
            }
            input.bytes.append(block, 0, got);
        }
    } catch (const StreamFailure& failure) {
        input.failure = failure;
    }
    return input;
}

/// The date that a text states itself.
void set_date(Article& article, const std::optional<time::Published>& date) {
    if (!article.published && date) {
        article.published = date;
        article.published_from = "text";
        set_evidence(article, "published", "text");
    }
}

/// Takes the head from the front of `lines`. Its bylines and dates stay in the text, as headings:
/// nothing of a file is lost.
void take_head(Article& article,
               std::span<const std::string_view>& lines,
               const time::DateReading& dates) {
    const bool titled = !article.title.empty();
    TextHead head = titled ? read_below_headline(lines, dates) : read_text_head(lines, dates);
    lines = lines.subspan(head.taken);
    if (!titled) {
        article.title = std::move(head.title);
    }
    if (article.authors.empty() && !head.authors.empty()) {
        article.authors = std::move(head.authors);
        set_evidence(article, "authors", "text");
    }
    set_date(article, head.published);
    if (!article.modified) {
        article.modified = head.modified;
    }
    if (head.ambiguous && !article.published) {
        add_warning(article, "ambiguous_date");
    }
    if (article.dateline == Dateline{} && !head.place.empty()) {
        article.dateline = {std::move(head.place), {}};
    }
    for (std::string& line : head.lines) {
        article.blocks.push_back(
            {static_cast<std::uint32_t>(article.paragraphs.size()), BlockKind::Heading});
        article.paragraphs.push_back(std::move(line));
    }
}

/// The date of the dateline, where it is the only one and states its year.
void set_dateline_date(Article& article, const time::DateReading& dates) {
    const std::string& printed = article.dateline.date;
    if (article.published || printed.empty()) {
        return;
    }
    set_date(article, parse_stated_date(printed, dates));
    if (!article.published && time::is_ambiguous_date(printed, dates)) {
        add_warning(article, "ambiguous_date");
    }
}

bool has_words(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

/// Reads the articles of a file in which a line that options.split_on matches begins each.
void read_many(ByteStream& stream,
               const Locator& origin,
               const SourceOptions& options,
               ArticleSink& sink) {
    const LinePattern pattern(options.split_on);
    const LineRecords records{
        [&pattern](std::string_view line) {
            return pattern.matches(line) ? LineRole::Begins : LineRole::Inside;
        },
        [&](std::string_view text) -> std::optional<Article> {
            // A row of dashes parts articles, but is no headline.
            const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
            const bool is_rule = pattern.matches(first) && !has_words(first);
            return parse_text_article(is_rule ? text.substr(first.size()) : text, options.dates);
        },
        "check that --split-on matches the first line of each article, or raise the limit"};
    read_line_records(stream, origin, options, records, sink);
}

}  // namespace

int TextReader::sniff(std::string_view head, std::string_view /*path*/) const {
    return media_type(head) == "text/plain" ? kConfidence : 0;
}

Article parse_text_article(std::string_view text, const time::DateReading& dates) {
    Article article;
    const std::vector<std::string_view> all = split_lines(text);
    std::span<const std::string_view> lines(all);
    lines = lines.subspan(take_header(lines, dates, article));
    take_head(article, lines, dates);
    const std::size_t head = article.paragraphs.size();
    for (std::string& paragraph : split_paragraphs(lines)) {
        article.paragraphs.push_back(std::move(paragraph));
    }
    const std::size_t last = std::min(article.paragraphs.size(), head + kDatelineParagraphs);
    for (std::size_t i = head; i < last && article.dateline == Dateline{}; ++i) {
        const DatelineCase letters = i == head ? DatelineCase::Any : DatelineCase::Capitals;
        article.dateline = find_dateline(article.paragraphs[i], letters).value_or(Dateline{});
    }
    set_dateline_date(article, dates);
    return article;
}

void TextReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    if (!options.split_on.empty()) {
        read_many(stream, origin, options, sink);
        return;
    }
    Input input = read_up_to(stream, options.limits.article_bytes);
    if (input.too_long) {
        sink.reject({origin,
                     "too_long",
                     "is longer than " + std::to_string(options.limits.article_bytes) +
                         " bytes; split it into articles, or raise the limit"});
        return;
    }
    if (!input.failure || !input.bytes.empty()) {
        text::DecodedText decoded = text::decode_text(input.bytes, options.charset);
        input.bytes = {};
        Article article = parse_text_article(decoded.utf8, options.dates);
        article.locator = origin;
        article.format = name();
        if (decoded.replaced > 0) {
            add_warning(article, "repaired_utf8", decoded.replaced);
        }
        if (decoded.guessed) {
            add_warning(article, "guessed_charset");
        }
        if (input.failure) {
            add_warning(article, "incomplete");
        }
        sink.article(std::move(article));
    }
    if (input.failure) {
        throw StreamFailure(*std::move(input.failure));
    }
}

}  // namespace dateline::source
