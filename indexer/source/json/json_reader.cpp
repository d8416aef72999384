// The readers of JSON: one object a line, and files of objects in arrays or other objects.
#include "indexer/source/json/json_reader.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "indexer/source/json/json_article.hpp"
#include "indexer/source/json/json_document.hpp"
#include "indexer/source/json/json_splitter.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

constexpr std::size_t kChunkBytes = 256U << 10U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\r\n\x1E") == std::string_view::npos;
}

/// Whether an object is only a list of records that happens to be empty.
bool is_empty_list(const JsonValue& record) {
    if (!record.is_object()) {
        return false;
    }
    for (const auto field : simdjson::dom::object(record)) {
        simdjson::dom::array items;
        if (is_list_key(field.key) && field.value.get(items) == simdjson::SUCCESS &&
            items.size() == 0) {
            return true;
        }
    }
    return false;
}

/// What a feed says of all its items.
struct FeedHeader {
    std::string title;
    std::vector<std::string> authors;
    std::string lang;
};

/// Parses records and hands on what they hold.
class RecordTaker {
public:
    RecordTaker(std::string_view format,
                const Locator& origin,
                const SourceOptions& options,
                ArticleSink& sink)
        : format_(format),
          locator_(origin),
          options_(options),
          sink_(sink),
          parser_(options.limits.nesting_depth) {
        locator_.record = 0;
    }

    /// Takes the record `json` at `offset_bytes`. `feed` fills in what items of a feed
    /// leave out.
    void take(std::string_view json, std::uint64_t offset_bytes, const FeedHeader& feed = {}) {
        // JSON is UTF-8 by its standard; exports of old systems are what they are told to be.
        const bool foreign = !options_.charset.empty() && !is_valid_utf8(json);
        const std::string decoded =
            foreign ? text::decode_text(json, options_.charset).utf8 : std::string();
        const ParsedJson parsed = parser_.parse(foreign ? decoded : json);
        if (!parsed.value) {
            reject(parsed.code, parsed.reason, offset_bytes);
            return;
        }
        JsonArticle found = article_of_json(*parsed.value, options_);
        if (!found.article && found.members.empty() && is_empty_list(*parsed.value)) {
            return;
        }
        if (found.article) {
            note_repairs(*found.article, parsed);
        }
        give(std::move(found), offset_bytes, feed);
    }

    void reject(std::string code, std::string reason, std::uint64_t offset_bytes) {
        locator_.offset_bytes = offset_bytes;
        sink_.reject({locator_, std::move(code), std::move(reason)});
        ++locator_.record;
    }

    void reject_too_long(std::uint64_t offset_bytes) {
        reject("too_long",
               "record is longer than " + std::to_string(options_.limits.article_bytes) + " bytes",
               offset_bytes);
    }

    [[nodiscard]] bool goes_on() const { return !sink_.stop_requested(); }

    /// What the feed states whose JSON begins with `header`, up to its list of items: JSON Feed, or
    /// RSS in JSON. Empty if it is no feed.
    [[nodiscard]] FeedHeader feed_header(const std::string& header) const {
        JsonParser parser(options_.limits.nesting_depth);
        const ParsedJson feed = parser.parse(header + "]}");
        if (feed.value && text_of(*feed.value, {"version"}).find("jsonfeed") != std::string::npos) {
            FeedHeader found{collapse_spaces(text_of(*feed.value, {"title"})),
                             {},
                             normalise_lang(text_of(*feed.value, {"language"}))};
            for (const std::string& name : names_of(*feed.value, {"authors", "author"})) {
                add_authors(found.authors, name);
            }
            return found;
        }
        const ParsedJson rss = parser.parse(header + "]}}}");
        const std::optional<JsonValue> channel =
            rss.value ? member_at(*rss.value, "rss.channel") : std::nullopt;
        return channel ? FeedHeader{plain_line(text_of(*channel, {"title"})),
                                    {},
                                    normalise_lang(text_of(*channel, {"language"}))}
                       : FeedHeader{};
    }

private:
    static void note_repairs(Article& article, const ParsedJson& parsed) {
        if (parsed.bytes_repaired > 0) {
            add_warning(article, "repaired_utf8", parsed.bytes_repaired);
        }
        if (parsed.values_repaired > 0) {
            add_warning(article, "repaired_json", parsed.values_repaired);
        }
    }

    /// Hands on what a record gave, its members after itself.
    void give(JsonArticle&& found, std::uint64_t offset_bytes, const FeedHeader& feed) {
        if (found.article) {
            Article& article = *found.article;
            locator_.offset_bytes = offset_bytes;
            article.locator = locator_;
            ++locator_.record;
            if (article.format.empty()) {
                article.format = format_;
            }
            if (article.source.empty()) {
                article.source = feed.title;
            }
            if (article.authors.empty()) {
                article.authors = feed.authors;
            }
            if (article.lang.empty()) {
                article.lang = feed.lang;
                article.lang_from = feed.lang.empty() ? "" : "metadata";
            }
            sink_.article(std::move(article));
        } else if (found.members.empty()) {
            reject(std::move(found.code), std::move(found.reason), offset_bytes);
        }
        for (JsonArticle& member : found.members) {
            give(std::move(member), offset_bytes, feed);
        }
    }

    std::string format_;
    Locator locator_;
    const SourceOptions& options_;
    ArticleSink& sink_;
    JsonParser parser_;
};

/// Cuts a stream into lines in bounded memory.
class LineTaker {
public:
    LineTaker(RecordTaker& taker, std::uint64_t limit_bytes)
        : taker_(taker), limit_bytes_(limit_bytes) {}

    /// Takes the next bytes of the stream; returns false if reading is to end.
    bool add(std::string_view bytes) {
        if (offset_ == 0 && bytes.starts_with(kByteOrderMark)) {
            bytes.remove_prefix(kByteOrderMark.size());
            offset_ = kByteOrderMark.size();
        }
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            const std::string_view part = bytes.substr(0, end);
            if (end == std::string_view::npos) {
                keep(part);
                return true;
            }
            line(part);
            offset_ += end + 1 + kept_bytes_;
            kept_bytes_ = 0;
            bytes.remove_prefix(end + 1);
            if (!taker_.goes_on()) {
                return false;
            }
        }
        return true;
    }

    /// Takes the last line, which no line end follows.
    void finish() { line({}); }

private:
    void keep(std::string_view part) {
        kept_bytes_ += part.size();
        if (kept_bytes_ > limit_bytes_) {
            kept_ = std::string();
        } else {
            kept_ += part;
        }
    }

    void line(std::string_view part) {
        std::string_view whole = part;
        if (kept_bytes_ + part.size() > limit_bytes_) {
            taker_.reject_too_long(offset_);
            kept_ = std::string();
            return;
        }
        if (kept_bytes_ > 0) {
            kept_ += part;
            whole = kept_;
        }
        if (!is_blank(whole)) {
            taker_.take(whole, offset_);
        }
        kept_.clear();
    }

    RecordTaker& taker_;
    std::uint64_t limit_bytes_;
    std::string kept_;              ///< beginning of a line that goes on, unless over the limit
    std::uint64_t kept_bytes_ = 0;  ///< of that beginning, kept or not
    std::uint64_t offset_ = 0;      ///< of the line
};

class JsonLinesReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "jsonl"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "one JSON object a line: ninjs, schema.org, our own, or any with --map";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

class JsonReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "json"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "JSON objects: single, in an array, or in a list such as items or hits";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

std::string_view without_mark(std::string_view head) noexcept {
    head.remove_prefix(head.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    const std::size_t start = head.find_first_not_of(" \t\r\n\x1E");
    return start == std::string_view::npos ? std::string_view{} : head.substr(start);
}

/// Whether `head` begins as a JSON object or array would.
bool is_plausible_json(std::string_view head) noexcept {
    if (!head.starts_with('{') && !head.starts_with('[')) {
        return false;
    }
    const std::string_view inside = without_mark(head.substr(1));
    if (head.front() == '{') {
        return inside.starts_with('"') || inside.starts_with('}');
    }
    return inside.starts_with('{') || inside.starts_with(']') || inside.starts_with('[');
}

int JsonLinesReader::sniff(std::string_view head, std::string_view path) const {
    const std::string_view text = without_mark(head);
    if (!text.starts_with('{') || !is_plausible_json(text)) {
        return 0;
    }
    const bool by_path = path.find(".jsonl") != std::string_view::npos ||
                         path.find(".ndjson") != std::string_view::npos;
    const std::size_t end = text.find('\n');
    std::string_view first = text.substr(0, end);
    while (first.ends_with('\r') || first.ends_with(' ')) {
        first.remove_suffix(1);
    }
    if (end == std::string_view::npos) {
        // One object or the beginning of a long line: both readers can take it.
        return by_path ? 95 : 40;
    }
    JsonParser parser(Limits{}.nesting_depth);
    const bool whole = first.ends_with('}') && parser.parse(first).value.has_value();
    const std::string_view next = without_mark(text.substr(end));
    if (!whole || !(next.empty() || next.starts_with('{'))) {
        return 0;
    }
    return next.empty() && !by_path ? 40 : 95;
}

int JsonReader::sniff(std::string_view head, std::string_view path) const {
    if (!is_plausible_json(without_mark(head))) {
        return 0;
    }
    return path.ends_with(".json") ? 90 : 80;
}

/// Reads `stream` to its end, chunk by chunk, unless `add` says to stop.
template <typename Add>
bool pump(ByteStream& stream, const Add& add) {
    std::vector<char> chunk(kChunkBytes);
    while (true) {
        const std::size_t got = stream.read(chunk);
        if (got == 0) {
            return true;
        }
        if (!add(std::string_view(chunk.data(), got))) {
            return false;
        }
    }
}

void JsonLinesReader::read(ByteStream& stream,
                           const Locator& origin,
                           const SourceOptions& options,
                           ArticleSink& sink) const {
    RecordTaker taker(name(), origin, options, sink);
    LineTaker lines(taker, options.limits.article_bytes);
    if (pump(stream, [&lines](std::string_view bytes) { return lines.add(bytes); })) {
        lines.finish();
    }
}

void JsonReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    RecordTaker taker(name(), origin, options, sink);
    std::string header;
    FeedHeader feed;
    const JsonSplitter* splitting = nullptr;
    JsonSplitter splitter(options.limits.article_bytes, [&](const JsonPiece& piece) {
        switch (piece.kind) {
            case JsonPiece::Kind::Record:
                if (splitting->header() != header) {
                    header = splitting->header();
                    feed = taker.feed_header(header);
                }
                taker.take(piece.bytes, piece.offset_bytes, feed);
                break;
            case JsonPiece::Kind::TooLong:
                taker.reject_too_long(piece.offset_bytes);
                break;
            case JsonPiece::Kind::Garbage:
                taker.reject("bad_json", "no json value", piece.offset_bytes);
                break;
            case JsonPiece::Kind::Cut:
                taker.reject("truncated", "the file ends inside a JSON value", piece.offset_bytes);
                break;
        }
        return taker.goes_on();
    });
    splitting = &splitter;
    if (pump(stream, [&splitter](std::string_view bytes) { return splitter.add(bytes); })) {
        splitter.finish();
    }
}

}  // namespace

const Reader& jsonl_reader() {
    static const JsonLinesReader reader;
    return reader;
}

const Reader& json_reader() {
    static const JsonReader reader;
    return reader;
}

}  // namespace dateline::source
