// Record, HTTP response, content coding, page: one after the other.
#include "indexer/source/web/warc_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_page.hpp"
#include "indexer/source/html/html_reader.hpp"
#include "indexer/source/media_type.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/web/content_coding.hpp"
#include "indexer/source/web/http_response.hpp"
#include "indexer/source/web/warc_records.hpp"

#include <optional>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// How sure the HTML reader must be of content that says nothing, or nothing true, of its type.
constexpr int kSureOfHtml = 50;

/// So much is looked at to find the type of a content.
constexpr std::size_t kSniffedBytes = 16U << 10U;

/// What a record holds that may be a page, or why there is none.
struct Payload {
    std::string body;
    std::string content_type;  ///< as stated, with parameters; empty: unknown
    std::string skipped;       ///< not empty: kind of record that is no page
    std::string code;          ///< not empty: code and reason of the reject
    std::string reason;
    bool incomplete = false;
};

class WarcReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "warc"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "web archives (WARC, ARC): the articles among their HTML pages";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view /*path*/) const override {
        return is_warc(head) || is_arc(head) ? 100 : 0;
    }
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

/// The kind under which a record of `type` is counted; empty for those about the crawl itself.
std::string kind_of_other(const std::string& type) {
    const bool known = type == "revisit" || type == "conversion" || type == "continuation";
    const bool about_crawl = type == "warcinfo" || type == "request" || type == "metadata";
    return known ? type : (about_crawl ? "" : "not_html");
}

/// The kind under which a response of `status` is counted; empty if it has a page.
std::string kind_of_status(int status) {
    constexpr int ok = 200;
    constexpr int transformed = 203;
    constexpr int first_redirect = 300;
    constexpr int first_error = 400;
    if (status == 0 || status == ok || status == transformed) {
        return {};
    }
    return status >= first_redirect && status < first_error ? "redirect" : "http_error";
}

/// Whether content of the media type `type` can be a page: `yes`, `no`, or std::nullopt if its
/// bytes must say.
std::optional<bool> may_be_page(std::string_view type) {
    if (type == "text/html" || type == "application/xhtml+xml") {
        return true;
    }
    for (const std::string_view vague : {"",
                                         "text/plain",
                                         "text/xml",
                                         "application/xml",
                                         "application/octet-stream",
                                         "unknown",
                                         "no-type",
                                         "unk"}) {
        if (type == vague) {
            return std::nullopt;
        }
    }
    // A type that is no type at all says nothing either.
    return type.find('/') == std::string_view::npos ? std::nullopt : std::optional(false);
}

/// Whether the bytes of a page that states its type agree: servers send anything as text/html.
bool looks_like_page(std::string_view body, std::optional<bool> stated) {
    const std::string_view head = body.substr(0, kSniffedBytes);
    if (!stated) {
        return html_reader().sniff(head, {}) >= kSureOfHtml;
    }
    const std::string type = media_type(head);
    return type.starts_with("text/") || type == "application/xml" ||
           html_reader().sniff(head, {}) > 0;
}

/// Undoes the content coding of `payload.body`.
void decode_body(Payload& payload, std::string_view codings, const Limits& limits) {
    DecodedContent decoded = decode_content(std::move(payload.body), codings, limits);
    payload.body = std::move(decoded.bytes);
    switch (decoded.state) {
        case Decoding::Whole:
            return;
        case Decoding::Incomplete:
            payload.incomplete = true;
            return;
        case Decoding::TooLong:
            payload.code = "too_long";
            payload.reason = "page is longer than " + std::to_string(limits.article_bytes) +
                             " bytes without its compression; raise --max-article";
            return;
        case Decoding::Bomb:
            payload.code = "bomb";
            payload.reason = "page decompresses to more than " + std::to_string(limits.ratio) +
                             " times its size; raise --max-ratio if it is genuine";
            return;
        case Decoding::Failed:
            payload.code = "bad_content";
            payload.reason =
                "page cannot be decompressed as '" + std::string(codings) + "'; it is damaged";
            return;
    }
}

/// The HTTP response or bare content of `record`.
HttpResponse response_of(WarcRecord& record) {
    const std::string_view stated = field_value(record.fields, "content-type");
    const bool http = main_value(stated) == "application/http" ||
                      ascii_lower(std::string_view(record.content).substr(0, 5)) == "http/";
    if (http) {
        return parse_http_response(record.content);
    }
    HttpResponse response;
    response.body = std::move(record.content);
    if (!stated.empty()) {
        response.fields.push_back({"content-type", std::string(stated)});
    }
    return response;
}

Payload payload_of(WarcRecord& record, const Limits& limits) {
    Payload payload;
    const std::string type = ascii_lower(field_value(record.fields, "warc-type"));
    if (type != "response" && type != "resource") {
        payload.skipped = kind_of_other(type);
        return payload;
    }
    HttpResponse response = response_of(record);
    payload.skipped = kind_of_status(response.status);
    payload.content_type = field_value(response.fields, "content-type");
    if (payload.content_type.empty()) {
        payload.content_type = field_value(record.fields, "warc-identified-payload-type");
    }
    const std::optional<bool> stated = may_be_page(main_value(payload.content_type));
    if (payload.skipped.empty() && stated == false) {
        payload.skipped = "not_html";
    }
    if (!payload.skipped.empty()) {
        return payload;
    }
    payload.incomplete = response.incomplete;
    payload.body = std::move(response.body);
    decode_body(payload, field_value(response.fields, "content-encoding"), limits);
    if (payload.code.empty() && !looks_like_page(payload.body, stated)) {
        payload.skipped = "not_html";
    }
    return payload;
}

/// The address in `field`, without the angle brackets that WARC/1.0's grammar has around it.
std::string address_of(std::string_view field) {
    if (field.starts_with('<') && field.ends_with('>')) {
        field = field.substr(1, field.size() - 2);
    }
    return std::string(field);
}

/// The instant of a WARC-Date; std::nullopt if it is none.
std::optional<time::TimestampMs> instant_of(std::string_view date) {
    const std::optional<time::Published> read = parse_stated_date(date, {});
    return read ? std::optional(read->instant) : std::nullopt;
}

void read_record(WarcRecord& record,
                 const Locator& locator,
                 const SourceOptions& options,
                 ArticleSink& sink) {
    if (!record.code.empty()) {
        sink.reject({locator, std::move(record.code), std::move(record.reason)});
        return;
    }
    Payload payload = payload_of(record, options.limits);
    if (!payload.code.empty()) {
        sink.reject({locator, std::move(payload.code), std::move(payload.reason)});
        return;
    }
    const std::string type = ascii_lower(field_value(record.fields, "warc-type"));
    if (!payload.skipped.empty()) {
        sink.skipped(payload.skipped);
        return;
    }
    if (payload.body.empty()) {
        if (type == "response" || type == "resource") {
            sink.skipped("not_html");
        }
        return;
    }
    const PageOrigin origin{parameter(payload.content_type, "charset"),
                            address_of(field_value(record.fields, "warc-target-uri")),
                            instant_of(field_value(record.fields, "warc-date"))};
    ReadPage page = read_page(payload.body, origin, options);
    if (!page.article) {
        sink.reject({locator, std::move(page.code), std::move(page.reason)});
        return;
    }
    Article& article = *page.article;
    article.format = "warc";
    article.locator = locator;
    for (const auto& [code, set] :
         {std::pair("wrong_length", record.wrong_length),
          std::pair("incomplete", record.incomplete || payload.incomplete),
          std::pair("truncated_record", has_field(record.fields, "warc-truncated"))}) {
        if (set) {
            add_warning(article, code);
        }
    }
    sink.article(std::move(article));
}

void WarcReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    WarcRecords records(stream, options.limits.article_bytes);
    Locator locator = origin;
    while (!sink.stop_requested()) {
        std::optional<WarcRecord> record = records.next();
        if (!record) {
            return;
        }
        locator.offset_bytes = record->offset_bytes;
        locator.record = record->number;
        read_record(*record, locator, options, sink);
    }
}

}  // namespace

const Reader& warc_reader() {
    static const WarcReader reader;
    return reader;
}

}  // namespace dateline::source
