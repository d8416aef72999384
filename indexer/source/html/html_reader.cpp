// The reader of HTML pages: one article a page.
#include "indexer/source/html/html_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_page.hpp"
#include "indexer/source/input/stream_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

class HtmlReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "html"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "an article as a web page: JSON-LD, OpenGraph, meta, then the text";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

std::size_t count_tags(const std::string& head) {
    constexpr std::array<std::string_view, 10> tags = {
        "<p>", "<p ", "<div", "<a href", "<span", "<br", "<h1", "<meta ", "<link ", "<script"};
    std::size_t count = 0;
    for (const std::string_view tag : tags) {
        for (std::size_t at = head.find(tag); at != std::string::npos && count < 20;
             at = head.find(tag, at + 1)) {
            ++count;
        }
    }
    return count;
}

int HtmlReader::sniff(std::string_view head, std::string_view path) const {
    std::string text = ascii_lower(head);
    // UTF-16 shows its ASCII characters once the zero bytes are gone.
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        text.erase(0, 2);
        text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    }
    const std::string_view start = trim(text);
    const bool xhtml = text.find("<html") != std::string::npos;
    if (start.starts_with("{") || start.starts_with("[") ||
        (start.starts_with("<?xml") && !xhtml)) {
        return 0;
    }
    for (const std::string_view other : {"<rss",
                                         "<feed",
                                         "<nitf",
                                         "<newsml",
                                         "<newsitem",
                                         "<rdf:rdf",
                                         "<!doctype lewis",
                                         "<doc>"}) {
        if (start.starts_with(other)) {
            return 0;
        }
    }
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
        return 95;
    }
    const int by_path = path.ends_with(".html") || path.ends_with(".htm") ? 5 : 0;
    if (xhtml || text.find("<head>") != std::string::npos ||
        text.find("<body") != std::string::npos ||
        text.find("<!doctype html") != std::string::npos) {
        return (start.starts_with("<") ? 80 : 40) + by_path;
    }
    if (start.starts_with("<article") || start.starts_with("<main")) {
        return 70 + by_path;
    }
    return start.starts_with("<") && count_tags(text) >= 5 ? 50 + by_path : 0;
}

void HtmlReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    Locator locator = origin;
    locator.offset_bytes = 0;
    locator.record = 0;
    const WholeText whole = read_whole(stream, options.limits.article_bytes);
    if (whole.too_long) {
        sink.reject(
            {locator,
             "too_long",
             "page is longer than " + std::to_string(options.limits.article_bytes) + " bytes"});
        return;
    }
    ReadPage page = read_page(whole.bytes, {}, options);
    if (!page.article) {
        sink.reject({locator, std::move(page.code), std::move(page.reason)});
        return;
    }
    page.article->format = name();
    page.article->locator = locator;
    sink.article(*std::move(page.article));
}

}  // namespace

const Reader& html_reader() {
    static const HtmlReader reader;
    return reader;
}

}  // namespace dateline::source
