// The readers of XML that news agencies send: NITF, NewsML-G2 and NewsML 1.
#include "indexer/source/xml/agency_readers.hpp"

#include "indexer/source/xml/newsml_article.hpp"
#include "indexer/source/xml/newsml_g2_article.hpp"
#include "indexer/source/xml/nitf_article.hpp"
#include "indexer/source/xml/xml_head.hpp"
#include "indexer/source/xml/xml_records.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// What the three readers have in common.
class AgencyReader : public Reader {
public:
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;

protected:
    /// Whether the format's items are called `name`.
    [[nodiscard]] virtual bool is_item(std::string_view name) const = 0;

    /// The names that a document of the format begins with, and that others do not have.
    [[nodiscard]] virtual std::vector<std::string_view> root_names() const = 0;

    /// The names of items that may stand inside of other documents.
    [[nodiscard]] virtual std::vector<std::string_view> tags() const = 0;

    [[nodiscard]] virtual std::vector<AgencyItem> items_of(
        const xmlNode& element, const time::DateReading& dates) const = 0;

    /// Whether an item may hold items.
    [[nodiscard]] virtual bool may_nest() const noexcept { return false; }
};

int AgencyReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr int sure = 95;
    constexpr int likely = 85;
    constexpr int surer_than_feed = 97;
    const std::string text = narrow(head);
    const std::string_view root = root_name(text);
    const std::vector<std::string_view> roots = root_names();
    if (root.empty()) {
        return 0;
    }
    if (std::find(roots.begin(), roots.end(), root) != roots.end()) {
        return sure;
    }
    const std::vector<std::string_view> names = tags();
    const bool inside = std::any_of(
        names.begin(), names.end(), [&text](std::string_view name) { return has_tag(text, name); });
    // A news feed may carry whole items, which say more than its entries.
    const bool in_feed = root == "feed" || root == "rss";
    const bool in_page = root == "html" || root == "HTML";
    return !inside || in_page ? 0 : (in_feed ? surer_than_feed : likely);
}

void AgencyReader::read(ByteStream& stream,
                        const Locator& origin,
                        const SourceOptions& options,
                        ArticleSink& sink) const {
    const XmlRecordRules rules{
        [this](const xmlNode& element) { return is_item(local_name(element)); }, may_nest()};
    XmlRecords records(stream, origin, options, sink, rules);
    bool any = false;
    while (const std::optional<XmlRecord> record = records.next()) {
        any = true;
        for (AgencyItem& item : items_of(record->element, options.dates)) {
            if (item.article) {
                records.give(*std::move(item.article), *record);
            } else {
                records.reject(*record, std::move(item.code), std::move(item.reason));
            }
        }
    }
    if (!any && !sink.stop_requested()) {
        sink.reject({origin, "no_records", "no item of " + std::string(name()) + " in it"});
    }
}

class NitfReader final : public AgencyReader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "nitf"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "NITF 2 and 3, also several documents in one file";
    }

protected:
    [[nodiscard]] bool is_item(std::string_view name) const override { return name == "nitf"; }
    [[nodiscard]] std::vector<std::string_view> root_names() const override { return {"nitf"}; }
    [[nodiscard]] std::vector<std::string_view> tags() const override { return {"nitf"}; }
    [[nodiscard]] std::vector<AgencyItem> items_of(const xmlNode& element,
                                                   const time::DateReading& dates) const override {
        std::vector<AgencyItem> items;
        items.push_back(article_of_nitf(element, dates));
        return items;
    }
};

class NewsmlG2Reader final : public AgencyReader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "newsml-g2"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "NewsML-G2: news items, alone or in a news message";
    }

protected:
    [[nodiscard]] bool is_item(std::string_view name) const override {
        return is_newsml_g2_item(name);
    }
    [[nodiscard]] std::vector<std::string_view> root_names() const override {
        return {"newsItem",
                "newsMessage",
                "packageItem",
                "conceptItem",
                "knowledgeItem",
                "planningItem",
                "catalogItem"};
    }
    [[nodiscard]] std::vector<std::string_view> tags() const override {
        return {"newsItem", "packageItem"};
    }
    [[nodiscard]] std::vector<AgencyItem> items_of(const xmlNode& element,
                                                   const time::DateReading& dates) const override {
        std::vector<AgencyItem> items;
        items.push_back(article_of_newsml_g2(element, dates));
        return items;
    }
};

class NewsmlReader final : public AgencyReader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "newsml"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "NewsML 1, and newsitems of Reuters Corpus Volume 1";
    }

protected:
    [[nodiscard]] bool is_item(std::string_view name) const override {
        return name == "NewsItem" || name == "newsitem";
    }
    [[nodiscard]] std::vector<std::string_view> root_names() const override {
        return {"NewsML", "NewsItem", "newsitem"};
    }
    [[nodiscard]] std::vector<std::string_view> tags() const override {
        return {"NewsItem", "newsitem"};
    }
    [[nodiscard]] std::vector<AgencyItem> items_of(const xmlNode& element,
                                                   const time::DateReading& dates) const override {
        if (local_name(element) == "NewsItem") {
            return articles_of_newsml(element, dates);
        }
        std::vector<AgencyItem> items;
        items.push_back(article_of_reuters_corpus(element, dates));
        return items;
    }
    [[nodiscard]] bool may_nest() const noexcept override { return true; }
};

}  // namespace

const Reader& nitf_reader() {
    static const NitfReader reader;
    return reader;
}

const Reader& newsml_g2_reader() {
    static const NewsmlG2Reader reader;
    return reader;
}

const Reader& newsml_reader() {
    static const NewsmlReader reader;
    return reader;
}

}  // namespace dateline::source
