// The reader of news feeds in XML: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0.
#include "indexer/source/xml/feed_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/xml/feed_item.hpp"
#include "indexer/source/xml/xml_head.hpp"
#include "indexer/source/xml/xml_records.hpp"

#include <string>

namespace dateline::source {
namespace {

/// Whether `element` is an item. Where an end tag is missing it may stand deeper below the channel
/// than it should.
bool is_feed_item(const xmlNode& element) {
    const std::string name = ascii_lower(local_name(element));
    if (name != "item" && name != "entry") {
        return false;
    }
    for (const xmlNode* at = parent_element(element); at != nullptr; at = parent_element(*at)) {
        const std::string above = ascii_lower(local_name(*at));
        if (name == "entry" ? above == "feed"
                            : above == "channel" || above == "rss" || above == "rdf") {
            return true;
        }
    }
    return false;
}

class FeedReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "feed"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "news feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

int FeedReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr int sure = 95;
    constexpr int likely = 85;
    const std::string text = narrow(head);
    const std::string root = ascii_lower(root_name(text));
    if (root == "rss" || root == "feed") {
        return sure;
    }
    if (root == "rdf") {
        // RDF says anything; a feed shows by its vocabulary (RSS 1.0, section 5.1; that of 0.9 is
        // Netscape's) or by its elements.
        const bool rss = text.find("purl.org/rss/") != std::string::npos ||
                         text.find("my.netscape.com/rdf/") != std::string::npos ||
                         has_tag(text, "channel") || has_tag(text, "item");
        return rss ? sure : 0;
    }
    return root == "channel" && has_tag(text, "item") ? likely : 0;
}

void FeedReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    XmlRecords records(stream, origin, options, sink, {is_feed_item, false});
    bool any = false;
    while (const std::optional<XmlRecord> record = records.next()) {
        any = true;
        records.give(article_of_feed_item(record->element, options.dates), *record);
    }
    if (!any && !sink.stop_requested()) {
        sink.reject({origin, "no_article", "the feed holds no item and no entry"});
    }
}

}  // namespace

const Reader& feed_reader() {
    static const FeedReader reader;
    return reader;
}

}  // namespace dateline::source
