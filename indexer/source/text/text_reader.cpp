// Bytes to text, text to an article.
#include "indexer/source/text/text_reader.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "indexer/source/media_type.hpp"
#include "indexer/source/text/line_pattern.hpp"
#include "indexer/source/text/line_records.hpp"
#include "indexer/source/text/text_header.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

/// Any other reader that knows its format goes first.
constexpr int kConfidence = 5;

/// A longer first line is the first paragraph.
constexpr std::size_t kMaxTitleBytes = 300;

/// A line after the first that is at least this long is an unwrapped paragraph, so the first is a
/// headline.
constexpr std::size_t kParagraphLineBytes = 120;

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

/// Whether `line`, the first that is not blank, is a title, judged by the line after it.
bool is_title(std::string_view line, std::string_view next) {
    if (trim(line).size() > kMaxTitleBytes) {
        return false;
    }
    if (is_blank(next) || line.starts_with("# ")) {
        return true;
    }
    const std::string_view text = trim(line);
    const bool ends_sentence = text.ends_with('.') || text.ends_with(',') || text.ends_with(';') ||
                               text.ends_with("\xE3\x80\x82");
    const bool next_is_paragraph =
        indent_of(next) > indent_of(line) + 1 ||
        (next.size() >= kParagraphLineBytes && next.size() > text.size());
    return !ends_sentence && next_is_paragraph;
}

bool is_underline(std::string_view line) {
    const std::string_view text = trim(line);
    return text.size() >= 3 && (text.find_first_not_of('=') == std::string_view::npos ||
                                text.find_first_not_of('-') == std::string_view::npos);
}

/// Takes the title from the front of `lines`, unless the whole text is one line that reads like a
/// sentence.
std::string take_title(std::span<const std::string_view>& lines) {
    while (!lines.empty() && is_blank(lines.front())) {
        lines = lines.subspan(1);
    }
    if (lines.empty()) {
        return {};
    }
    const std::string_view first = lines.front();
    const std::string_view next = lines.size() > 1 ? lines[1] : std::string_view();
    const bool underlined = is_underline(next);
    if (!underlined && !is_title(first, next)) {
        return {};
    }
    const auto rest = lines.subspan(underlined ? 2 : 1);
    const bool alone = std::all_of(rest.begin(), rest.end(), is_blank);
    if (alone && trim(first).ends_with('.')) {
        return {};
    }
    lines = rest;
    return collapse_spaces(first.substr(first.starts_with("# ") ? 2 : 0));
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
    if (article.title.empty()) {
        article.title = take_title(lines);
    }
    article.paragraphs = split_paragraphs(lines);
    if (article.dateline == Dateline{} && !article.paragraphs.empty()) {
        article.dateline = find_dateline(article.paragraphs.front()).value_or(Dateline{});
    }
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
