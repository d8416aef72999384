// The JSON-LD of a page: its article, told apart from other articles that it describes.
#include "indexer/source/html/page_schema.hpp"

#include "common/article/url.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/html/json_ld_text.hpp"
#include "indexer/source/json/json_document.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

/// One article of a page's JSON-LD.
struct Described {
    Article article;
    SchemaDates dates;
    std::string url;
};

std::string lower_line(std::string_view text) {
    return ascii_lower(collapse_spaces(text));
}

std::vector<std::string> all_texts(const JsonValue& value,
                                   std::initializer_list<std::string_view> keys) {
    std::vector<std::string> texts;
    for (const std::string_view key : keys) {
        std::string text = text_of(value, {key});
        if (!text.empty()) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

Described described(const JsonValue& value,
                    const time::DateReading& dates,
                    const SchemaNames& names) {
    Described found;
    found.article = article_of_schema_org(value, dates, names);
    found.article.published.reset();
    found.article.published_from.clear();
    found.article.modified.reset();
    found.article.warnings.clear();
    found.dates.published = all_texts(value, {"datePublished"});
    found.dates.created = all_texts(value, {"dateCreated", "uploadDate"});
    found.dates.modified = all_texts(value, {"dateModified"});
    found.url = canonical_url(found.article.url);
    return found;
}

bool is_home(const std::string& name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"home",      "homepage", "home page", "startseite",    "accueil",  "inicio",
         "portada",   "início",   "capa",      "home",          "forside",  "forsiden",
         "hem",       "hjem",     "etusivu",   "strona główna", "domů",     "úvod",
         "главная",   "головна",  "начало",    "ana sayfa",     "anasayfa", "beranda",
         "trang chủ", "الرئيسية", "דף הבית",   "صفحه اصلی",     "首页",     "首頁",
         "ホーム",    "トップ",   "홈",        "naslovna",      "címlap",   "főoldal",
         "acasă",     "αρχική",   "หน้าแรก",    "होम",           "news"});
    const std::string lower = lower_line(name);
    return std::find(names.begin(), names.end(), lower) != names.end();
}

/// The names of a BreadcrumbList, in order.
std::vector<std::string> breadcrumbs_in(const JsonValue& value) {
    std::vector<std::string> names;
    const std::optional<JsonValue> items = member(value, "itemListElement");
    if (!items) {
        return names;
    }
    for_each(*items, [&names](const JsonValue& item) {
        std::string name = text_of(item, {"name"});
        const std::optional<JsonValue> inner = member(item, "item");
        if (name.empty() && inner) {
            name = text_of(*inner, {"name"});
        }
        if (!name.empty()) {
            names.push_back(plain_line(name));
        }
    });
    return names;
}

class SchemaReader {
public:
    SchemaReader(const PageFacts& facts,
                 const time::DateReading& dates,
                 std::uint32_t nesting_depth)
        : facts_(facts), dates_(dates), parser_(nesting_depth) {}

    PageSchema run(const std::vector<std::string>& titles, const std::vector<std::string>& urls) {
        std::vector<std::string> blocks;
        for (const std::string& block : facts_.json_blocks) {
            blocks.push_back(unwrapped_json(block));
        }
        // Names first: an author may be described in a later block than the article.
        for (std::string& block : blocks) {
            if (trim(block).empty()) {
                continue;
            }
            const std::optional<JsonValue> value = parse(block);
            if (value) {
                names_.merge(schema_names(*value));
            }
        }
        for (const std::string& block : blocks) {
            if (!trim(block).empty()) {
                read(block);
            }
        }
        choose(titles, urls);
        return std::move(schema_);
    }

private:
    /// The block parsed; what could only be parsed after repair is kept repaired.
    std::optional<JsonValue> parse(std::string& block) {
        ParsedJson parsed = parser_.parse(block);
        if (!parsed.value && parsed.code != "too_deep") {
            std::string loosened = loosened_json(block);
            parsed = parser_.parse(loosened);
            if (parsed.value) {
                block = std::move(loosened);
            }
        }
        return parsed.value;
    }

    void read(const std::string& block) {
        const ParsedJson parsed = parser_.parse(block);
        if (!parsed.value) {
            ++schema_.bad_blocks;
            salvage(block);
            return;
        }
        for (const JsonValue& value : schema_articles(*parsed.value)) {
            found_.push_back(described(value, dates_, names_));
        }
        read_other(*parsed.value, 0);
    }

    /// Takes the most important values out of a block that cannot be parsed.
    void salvage(const std::string& block) {
        if (block.find("Article") == std::string::npos) {
            return;
        }
        Described found;
        found.article.title = plain_line(string_member(block, "headline"));
        found.dates.published = {string_member(block, "datePublished")};
        found.dates.modified = {string_member(block, "dateModified")};
        std::erase(found.dates.published, "");
        std::erase(found.dates.modified, "");
        const std::size_t author = block.find("\"author\"");
        if (author != std::string::npos) {
            add_authors(found.article.authors,
                        string_member(std::string_view(block).substr(author, 500), "name"));
        }
        found_.push_back(std::move(found));
    }

    /// Pages, sites and breadcrumbs.
    void read_other(const JsonValue& value, int depth) {
        constexpr int max_depth = 4;
        if (depth > max_depth) {
            return;
        }
        if (value.is_array()) {
            for_each(value, [&](const JsonValue& item) { read_other(item, depth + 1); });
            return;
        }
        const std::vector<std::string> types = names_of(value, {"@type"});
        for (const std::string& type : types) {
            if (type.ends_with("BreadcrumbList")) {
                read_breadcrumbs(value);
            } else if (type == "WebSite" || type == "NewsMediaOrganization") {
                if (schema_.site.empty()) {
                    schema_.site = plain_line(text_of(value, {"name"}));
                }
            } else if (type == "WebPage" || type == "ItemPage" || type == "VideoObject") {
                for (std::string& text : all_texts(value, {"datePublished", "uploadDate"})) {
                    schema_.dates.of_page.push_back(std::move(text));
                }
                page_modified_ =
                    page_modified_.empty() ? text_of(value, {"dateModified"}) : page_modified_;
            }
        }
        for (const std::string_view key :
             {"@graph", "breadcrumb", "mainEntityOfPage", "mainEntity", "video"}) {
            const std::optional<JsonValue> inner = member(value, key);
            if (inner && !inner->is_string()) {
                read_other(*inner, depth + 1);
            }
        }
    }

    void read_breadcrumbs(const JsonValue& value) {
        const std::vector<std::string> names = breadcrumbs_in(value);
        // The last one is the article itself.
        for (std::size_t i = 0; i + 1 < names.size() && schema_.section.empty(); ++i) {
            if (!is_home(names[i])) {
                schema_.section = names[i];
            }
        }
        if (names.size() == 2 && !is_home(names[0])) {
            // Sites put their own name in place of "Home".
            schema_.section.clear();
        }
    }

    void choose(const std::vector<std::string>& titles, const std::vector<std::string>& urls) {
        if (found_.empty()) {
            return;
        }
        const auto scored = [&](const Described& each) {
            const std::string title = lower_line(each.article.title);
            const bool same_title =
                !title.empty() &&
                std::any_of(titles.begin(), titles.end(), [&](const std::string& other) {
                    return lower_line(other).starts_with(title);
                });
            const bool same_url =
                !each.url.empty() &&
                std::any_of(urls.begin(), urls.end(), [&](const std::string& url) {
                    return canonical_url(url) == each.url;
                });
            return (same_title ? 2 : 0) + (same_url ? 2 : 0);
        };
        auto best = found_.begin();
        for (auto each = found_.begin(); each != found_.end(); ++each) {
            best = scored(*each) > scored(*best) ? each : best;
        }
        std::rotate(found_.begin(), best, best + 1);
        schema_.has_article = true;
        schema_.article = std::move(found_.front().article);
        SchemaDates dates = std::move(found_.front().dates);
        for (auto each = found_.begin() + 1; each != found_.end(); ++each) {
            if (belongs(*each)) {
                complete(dates, *each);
            }
        }
        dates.of_page = std::move(schema_.dates.of_page);
        if (!page_modified_.empty()) {
            dates.modified.push_back(page_modified_);
        }
        schema_.dates = std::move(dates);
    }

    /// Whether `other` describes the same article once more.
    [[nodiscard]] bool belongs(const Described& other) const {
        const bool same_title =
            other.article.title.empty() ||
            lower_line(other.article.title) == lower_line(schema_.article.title);
        const bool same_url = other.url.empty() || schema_.article.url.empty() ||
                              other.url == canonical_url(schema_.article.url);
        return same_title && same_url;
    }

    void complete(SchemaDates& dates, Described& other) {
        if (schema_.article.paragraphs.empty()) {
            schema_.article.paragraphs = std::move(other.article.paragraphs);
        }
        fill_missing(schema_.article, other.article);
        const auto append = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(dates.published, other.dates.published);
        append(dates.created, other.dates.created);
        append(dates.modified, other.dates.modified);
    }

    const PageFacts& facts_;
    const time::DateReading& dates_;
    JsonParser parser_;
    SchemaNames names_;
    std::vector<Described> found_;
    std::string page_modified_;
    PageSchema schema_;
};

}  // namespace

PageSchema page_schema(const PageFacts& facts,
                       const std::vector<std::string>& titles,
                       const std::vector<std::string>& urls,
                       const time::DateReading& dates,
                       std::uint32_t nesting_depth) {
    return SchemaReader(facts, dates, nesting_depth).run(titles, urls);
}

}  // namespace dateline::source
