// The readers of XML that news agencies send: NITF, NewsML-G2 and NewsML 1.
#include "indexer/source/agency_readers.hpp"

#include "indexer/source/newsml_article.hpp"
#include "indexer/source/newsml_g2_article.hpp"
#include "indexer/source/nitf_article.hpp"
#include "indexer/source/xml_records.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

/// The beginning of a document without the zero bytes of UTF-16.
std::string narrow(std::string_view head) {
    std::string text(head);
    std::erase(text, '\0');
    return text;
}

/// The local name of the first start tag in `head`; empty if text or nothing comes before it.
std::string_view root_name(std::string_view head) {
    std::size_t at = head.find('<');
    constexpr std::string_view blanks_and_marks = " \t\r\n\xEF\xBB\xBF\xFE\xFF";
    if (head.substr(0, at).find_first_not_of(blanks_and_marks) != std::string_view::npos) {
        return {};
    }
    while (at != std::string_view::npos) {
        const std::string_view rest = head.substr(at);
        if (rest.starts_with("<!--")) {
            at = head.find('<', std::min(head.find("-->", at), head.size()));
        } else if (rest.starts_with("<!DOCTYPE")) {
            const std::size_t subset = rest.find('[');
            const bool has_subset = subset < rest.find('>');
            const std::size_t end = has_subset ? rest.find(']') : 0;
            at = head.find('<', at + std::max<std::size_t>(std::min(end, rest.size()), 1));
        } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
            at = head.find('<', at + 1);
        } else {
            const std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
            return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
        }
    }
    return {};
}

/// Whether `head` holds a start tag called `name`, with or without a prefix.
bool has_tag(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find(name); at != std::string_view::npos;
         at = head.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool ends = end < head.size() &&
                          std::string_view(" \t\r\n/>").find(head[end]) != std::string_view::npos;
        const std::size_t open = head.find_last_of("<> ", at);
        const std::string_view before =
            open == std::string_view::npos ? std::string_view{} : head.substr(open, at - open);
        if (ends && before.starts_with('<') && (before.size() == 1 || before.ends_with(':'))) {
            return true;
        }
    }
    return false;
}

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
        sink.reject({origin, "no_article", "no element of " + std::string(name()) + " in it"});
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
