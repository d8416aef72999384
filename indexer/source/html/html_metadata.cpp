// What a page says about its article: JSON-LD, microdata, OpenGraph, <meta>, <time>, text, address.
#include "indexer/source/html/html_metadata.hpp"

#include "common/article/url.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/byline.hpp"
#include "indexer/source/html/page_dates.hpp"
#include "indexer/source/html/page_facts.hpp"
#include "indexer/source/html/page_schema.hpp"
#include "indexer/source/html/page_title.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::source {
namespace {

using Keys = std::initializer_list<const char*>;

constexpr std::size_t kMaxBylineBytes = 160;
/// Elements behind the headline in which a byline is looked for.
constexpr std::size_t kBylineElements = 100;

std::string first_of(const StatedValues& values, Keys keys) {
    for (const char* key : keys) {
        const auto found = values.find(key);
        if (found != values.end()) {
            return found->second;
        }
    }
    return {};
}

std::vector<std::string> all_of(const StatedValues& values, Keys keys) {
    for (const char* key : keys) {
        const auto [first, last] = values.equal_range(key);
        std::vector<std::string> found;
        for (auto value = first; value != last; ++value) {
            found.push_back(value->second);
        }
        if (!found.empty()) {
            return found;
        }
    }
    return {};
}

std::string first_address(std::initializer_list<std::string> candidates) {
    for (const std::string& candidate : candidates) {
        const std::string_view address = trim(candidate);
        if (address.starts_with("http://") || address.starts_with("https://")) {
            return std::string(address);
        }
    }
    return {};
}

/// Whether `url` has nothing behind its host.
bool is_front_page(std::string_view url) {
    const std::size_t host = url.find("://");
    const std::size_t path = host == std::string_view::npos ? host : url.find('/', host + 3);
    return path == std::string_view::npos || path + 1 == url.size();
}

std::string without_www(std::string host) {
    if (host.starts_with("www.")) {
        host.erase(0, 4);
    }
    return host;
}

/// The label of a host that names its owner: `example` in `news.example.co.uk`.
std::string owner_label(std::string_view host) {
    std::vector<std::string> labels;
    while (!host.empty()) {
        const std::size_t dot = std::min(host.find('.'), host.size());
        labels.emplace_back(host.substr(0, dot));
        host.remove_prefix(std::min(dot + 1, host.size()));
    }
    if (labels.size() < 2) {
        return {};
    }
    std::size_t at = labels.size() - 2;
    // co.uk, com.br, or.jp: the last but one says only of what kind the owner is.
    if (at > 0 && labels[at].size() <= 3 && labels.back().size() == 2) {
        --at;
    }
    return labels[at];
}

class MetadataReader {
public:
    MetadataReader(const xmlNode& root, const MetadataReading& reading)
        : reading_(reading), facts_(gather_facts(root)) {}

    PageMetadata run() {
        find_url();
        schema_ =
            page_schema(facts_, stated_titles(), {url_}, reading_.dates, reading_.nesting_depth);
        if (url_.empty()) {
            set(article_.url, "url", schema_.article.url, "jsonld");
            url_ = article_.url;
        }
        find_names_of_site();
        find_title();
        find_lang();
        find_source();
        find_dates();
        find_authors();
        find_section();
        find_topics();
        article_.id = schema_.article.id;
        article_.people = std::move(schema_.article.people);
        article_.places = std::move(schema_.article.places);
        article_.orgs = std::move(schema_.article.orgs);
        article_.dateline = std::move(schema_.article.dateline);
        if (schema_.bad_blocks > 0) {
            add_warning(article_, "bad_jsonld", schema_.bad_blocks);
        }
        return {std::move(article_), std::move(schema_.article.paragraphs), schema_.has_article};
    }

private:
    /// Sets `field` unless it is set or `value` is empty, and notes where it came from.
    void set(std::string& field,
             std::string_view name,
             const std::string& value,
             std::string_view from) {
        if (field.empty() && !value.empty()) {
            field = value;
            set_evidence(article_, name, from);
        }
    }

    [[nodiscard]] std::string meta(Keys keys) const {
        return plain_line(first_of(facts_.meta, keys));
    }

    [[nodiscard]] std::string item_property(Keys keys) const {
        for (const MicrodataItem& item : facts_.items) {
            std::string value = first_of(item.properties, keys);
            if (!value.empty()) {
                return value;
            }
        }
        return first_of(facts_.loose_properties, keys);
    }

    void find_url() {
        const std::string base =
            reading_.url.empty() ? facts_.base : absolute_url(facts_.base, reading_.url);
        const std::string canonical = first_address({absolute_url(facts_.canonical, base)});
        const std::string open_graph =
            first_address({absolute_url(first_of(facts_.meta, {"og:url"}), base)});
        // A template's canonical address may be that of the front page on every page.
        const bool template_url = !canonical.empty() && is_front_page(canonical) &&
                                  ((!open_graph.empty() && !is_front_page(open_graph)) ||
                                   (!reading_.url.empty() && !is_front_page(reading_.url)));
        set(article_.url, "url", template_url ? std::string{} : canonical, "html");
        set(article_.url, "url", open_graph, "opengraph");
        set(article_.url, "url", first_of(facts_.meta, {"parsely-link", "sailthru.url"}), "meta");
        url_ = article_.url.empty() ? reading_.url : article_.url;
    }

    [[nodiscard]] std::vector<std::string> stated_titles() const {
        std::vector<std::string> titles = {first_of(facts_.meta, {"og:title"}), facts_.title};
        for (const ShownElement& element : facts_.shown) {
            if (element.kind == ShownKind::Heading && element.preferred) {
                titles.push_back(element.text);
            }
        }
        std::erase(titles, "");
        return titles;
    }

    void find_names_of_site() {
        host_ = without_www(url_host(url_));
        sites_ = {meta({"og:site_name"}),
                  schema_.article.source,
                  schema_.site,
                  meta({"application-name",
                        "apple-mobile-web-app-title",
                        "dc.publisher",
                        "al:ios:app_name"}),
                  host_,
                  owner_label(host_)};
        std::string handle = meta({"twitter:site"});
        if (handle.starts_with('@')) {
            sites_.push_back(handle.substr(1));
        }
        std::erase(sites_, "");
    }

    void find_title() {
        PageTitles titles;
        titles.sites = sites_;
        titles.document = facts_.title;
        const auto add = [&titles](const std::string& text, std::string_view from) {
            if (!text.empty()) {
                titles.metadata.push_back({text, from});
            }
        };
        add(schema_.article.title, "jsonld");
        add(meta({"og:title"}), "opengraph");
        add(plain_line(item_property({"headline"})), "microdata");
        add(meta({"dc.title",
                  "dcterm.title",
                  "dcterms.title",
                  "parsely-title",
                  "sailthru.title",
                  "cxenseparse:title",
                  "hdl",
                  "headline",
                  "twitter:title",
                  "title"}),
            "meta");
        for (const ShownElement& element : facts_.shown) {
            if (element.kind == ShownKind::Heading && element.preferred &&
                titles.headings.size() < 10) {
                titles.headings.push_back(element.text);
            }
        }
        ChosenTitle chosen = choose_title(titles);
        set(article_.title, "title", chosen.text, chosen.from);
        suffix_ = std::move(chosen.site);
    }

    void find_lang() {
        set(article_.lang, "lang", normalise_lang(facts_.lang), "html");
        set(article_.lang, "lang", schema_.article.lang, "jsonld");
        set(article_.lang, "lang", normalise_lang(item_property({"inlanguage"})), "microdata");
        set(article_.lang,
            "lang",
            normalise_lang(first_of(facts_.meta, {"og:locale"})),
            "opengraph");
        set(article_.lang,
            "lang",
            normalise_lang(first_of(
                facts_.meta,
                {"dc.language", "dcterms.language", "content-language", "language", "lang"})),
            "meta");
        article_.lang_from = article_.lang.empty() ? "" : "metadata";
    }

    void find_source() {
        set(article_.source, "source", schema_.article.source, "jsonld");
        set(article_.source, "source", meta({"og:site_name"}), "opengraph");
        set(article_.source,
            "source",
            meta({"dc.publisher",
                  "dcterms.publisher",
                  "publisher",
                  "application-name",
                  "apple-mobile-web-app-title"}),
            "meta");
        set(article_.source, "source", schema_.site, "jsonld");
        set(article_.source, "source", suffix_, "html");
        set(article_.source, "source", host_, "url");
    }

    /// The language in which dates of digits are read: English of a country outside of the United
    /// States, where only the host shows that.
    [[nodiscard]] std::string lang_of_dates() const {
        const std::string top = host_.substr(host_.rfind('.') + 1);
        const bool country =
            top.size() == 2 && top != "us" && top != "tv" && top != "co" && top != "io";
        return article_.lang == "en" && country ? "en-" + top : article_.lang;
    }

    void find_dates() {
        DateContext context;
        context.reading = reading_.dates;
        context.lang = lang_of_dates();
        context.url = url_;
        context.title = article_.title;
        context.fetched = reading_.fetched;
        set_page_dates(article_, facts_, schema_.dates, context);
    }

    /// Takes the names in `bylines` as authors unless there are some.
    void take_authors(const std::vector<std::string>& bylines, std::string_view from) {
        if (!article_.authors.empty()) {
            return;
        }
        std::vector<std::string> authors;
        for (const std::string& byline : bylines) {
            add_authors(authors, plain_line(byline));
        }
        std::vector<std::string> sites = sites_;
        sites.push_back(article_.source);
        authors = without_sites(std::move(authors), sites);
        std::erase_if(authors, [this](const std::string& name) { return name == article_.title; });
        if (!authors.empty()) {
            article_.authors = std::move(authors);
            set_evidence(article_, "authors", from);
        }
    }

    /// Whether the authors are nobody but the site itself.
    [[nodiscard]] bool only_site() const {
        std::vector<std::string> probe = article_.authors;
        probe.emplace_back("?");
        std::vector<std::string> sites = sites_;
        sites.push_back(article_.source);
        return !article_.authors.empty() && without_sites(std::move(probe), sites).size() == 1;
    }

    void find_authors() {
        take_authors(schema_.article.authors, "jsonld");
        std::vector<std::string> site;
        std::string site_from;
        const auto keep_person = [&] {
            if (only_site()) {
                site = std::move(article_.authors);
                site_from = "jsonld";
                article_.authors.clear();
            }
        };
        keep_person();
        for (const MicrodataItem& item : facts_.items) {
            take_authors(all_of(item.properties, {"author", "creator"}), "microdata");
        }
        keep_person();
        take_authors(
            all_of(facts_.meta, {"article:author", "og:article:author", "article:author_name"}),
            "opengraph");
        take_authors(all_of(facts_.meta,
                            {"author",
                             "authors",
                             "parsely-author",
                             "sailthru.author",
                             "cxenseparse:author",
                             "article_author",
                             "article.author",
                             "byl",
                             "byline",
                             "mediator_author",
                             "news_author",
                             "weibo:article:author"}),
                     "meta");
        take_authors(citation_authors(), "meta");
        take_authors(card_authors(), "meta");
        keep_person();
        take_authors(all_of(facts_.loose_properties, {"author"}), "microdata");
        if (article_.authors.empty()) {
            find_shown_authors();
        }
        if (article_.authors.empty() && !site.empty()) {
            article_.authors = std::move(site);
            set_evidence(article_, "authors", site_from);
        }
    }

    /// The author on the card that is shown for the page on social networks: a pair of label and
    /// value, the label being "Written by" in the language of the site.
    [[nodiscard]] std::vector<std::string> card_authors() const {
        for (const std::string number : {"1", "2"}) {
            const std::string label = first_of(facts_.meta, {("twitter:label" + number).c_str()});
            if (begins_like_byline(label + ": x")) {
                return {first_of(facts_.meta, {("twitter:data" + number).c_str()})};
            }
        }
        return {};
    }

    /// Authors as libraries state them: `Jong, Michiel de` is turned round.
    [[nodiscard]] std::vector<std::string> citation_authors() const {
        std::vector<std::string> authors = all_of(
            facts_.meta, {"dc.creator", "dcterms.creator", "citation_author", "dc.contributor"});
        for (std::string& author : authors) {
            const std::size_t comma = author.find(',');
            const bool inverted = comma != std::string::npos && comma == author.rfind(',') &&
                                  author.find(' ') > comma;
            if (inverted) {
                author = std::string(trim(std::string_view(author).substr(comma + 1))) + " " +
                         author.substr(0, comma);
            }
        }
        return authors;
    }

    /// The authors in a text that only its first word marks as a byline: not those of "by the way".
    static std::vector<std::string> likely_names(std::string_view text) {
        std::vector<std::string> names = names_in_byline(text);
        std::erase_if(names, [](const std::string& name) {
            const bool latin = static_cast<unsigned char>(name.front()) < 0x80;
            const std::size_t blank = name.find(' ');
            const bool lower = name.front() >= 'a' && name.front() <= 'z';
            return latin && (lower || blank == std::string::npos);
        });
        return names;
    }

    /// The names in the text of a byline. Where a person is named in full, words that stand alone
    /// are places and agencies: `Von Anna Meier, Berlin`.
    static std::vector<std::string> shown_names(std::string_view text) {
        std::vector<std::string> names = names_in_byline(text);
        const auto is_short = [](const std::string& name) {
            return static_cast<unsigned char>(name.front()) < 0x80 &&
                   (name.find(' ') == std::string::npos || name == "Associated Press");
        };
        if (!std::all_of(names.begin(), names.end(), is_short)) {
            std::erase_if(names, is_short);
        }
        return names;
    }

    /// The byline that readers see near the headline.
    void find_shown_authors() {
        const ShownElement* const headline = headline_in(facts_, article_.title);
        const std::size_t start = headline == nullptr ? 0 : headline->order;
        const auto near = [headline, start](const ShownElement& element) {
            return element.end > start &&
                   (headline == nullptr || element.order <= start + kBylineElements) &&
                   element.text.size() <= kMaxBylineBytes;
        };
        for (const ShownElement& element : facts_.shown) {
            if (element.kind == ShownKind::Author && near(element)) {
                take_authors(shown_names(element.text), "text");
            }
        }
        for (const ShownElement& element : facts_.shown) {
            if (element.kind == ShownKind::Text && near(element)) {
                take_worded_authors(element.text);
            }
        }
    }

    /// The parts of a line of several facts: `16 May | By Ann Lee | 231 views`.
    static std::vector<std::string_view> parts_of(std::string_view line) {
        constexpr auto marks =
            std::to_array<std::string_view>({"|", "•", "·", " – ", " — ", " - ", "／"});
        std::vector<std::string_view> parts;
        while (!line.empty()) {
            std::size_t at = line.size();
            std::size_t size = 0;
            for (const std::string_view mark : marks) {
                const std::size_t found = line.find(mark);
                if (found < at) {
                    at = found;
                    size = mark.size();
                }
            }
            parts.push_back(trim(line.substr(0, at)));
            line.remove_prefix(at + size);
        }
        return parts;
    }

    /// The byline behind a date in the same words: `16 October 2025 by Ann Lee`.
    static std::string_view behind_date(std::string_view text) {
        constexpr auto words = std::to_array<std::string_view>(
            {" by ", " By ", " par ", " por ", " von ", " door ", " oleh ", " Oleh ", " โดย"});
        constexpr std::ptrdiff_t digits_of_date = 3;
        for (const std::string_view word : words) {
            const std::size_t at = text.rfind(word);
            if (at == std::string_view::npos) {
                continue;
            }
            const std::string_view date = text.substr(0, at);
            if (std::count_if(date.begin(), date.end(), [](char c) {
                    return c >= '0' && c <= '9';
                }) >= digits_of_date) {
                return trim(text.substr(at));
            }
        }
        return {};
    }

    /// The name before 기자 ("reporter") in a line of a Korean page; empty if there is none.
    static std::string korean_reporter(std::string_view text) {
        constexpr std::string_view word = "기자";
        constexpr std::size_t syllable = 3;  // bytes
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos || at == 0) {
            return {};
        }
        std::string_view before = trim(text.substr(0, at));
        before.remove_prefix(before.find_last_of(" =[(]/,|") + 1);
        const bool name = before.size() >= 2 * syllable && before.size() <= 4 * syllable &&
                          before.size() % syllable == 0 && before.front() >= '\xEA' &&
                          before.front() <= '\xED';
        return name ? std::string(before) : std::string{};
    }

    /// Takes the authors of a short text near the headline that is a byline by its words only.
    void take_worded_authors(std::string_view text) {
        constexpr std::size_t max_bytes = 80;
        const std::string labelled = labelled_author(text);
        if (!labelled.empty()) {
            take_authors({labelled}, "text");
            return;
        }
        if (text.size() <= max_bytes && begins_like_byline(text)) {
            take_authors(likely_names(text), "text");
        }
        for (const std::string_view part : parts_of(text)) {
            const std::string_view signature = behind_date(part);
            if (part.size() <= max_bytes && begins_like_byline(part)) {
                take_authors(likely_names(part), "text");
            } else if (signature.size() <= max_bytes && begins_like_byline(signature)) {
                take_authors(likely_names(signature), "text");
            }
        }
        const std::string reporter = korean_reporter(text);
        if (!reporter.empty()) {
            take_authors({reporter}, "text");
        }
    }

    /// What follows `作者：` and the like in a line of a Chinese page; empty if there is none.
    static std::string labelled_author(std::string_view text) {
        constexpr auto labels = std::to_array<std::string_view>(
            {"作者：", "作者:", "记者：", "记者:", "記者：", "記者:", "撰文：", "文字：", "文／"});
        for (const std::string_view label : labels) {
            const std::size_t at = text.find(label);
            if (at != std::string_view::npos) {
                const std::string_view rest = trim(text.substr(at + label.size()));
                return std::string(rest.substr(0, rest.find_first_of(" |")));
            }
        }
        return {};
    }

    void find_section() {
        set(article_.section, "section", schema_.article.section, "jsonld");
        set(article_.section,
            "section",
            plain_line(item_property({"articlesection"})),
            "microdata");
        set(article_.section,
            "section",
            meta({"article:section", "og:article:section"}),
            "opengraph");
        set(article_.section,
            "section",
            meta({"parsely-section",
                  "section",
                  "cg",
                  "category",
                  "dc.subject.section",
                  "cxenseparse:category",
                  "sailthru.section",
                  "news_section"}),
            "meta");
        set(article_.section, "section", schema_.section, "jsonld");
        set(article_.section, "section", section_in_url(), "url");
    }

    /// The first folder of the address if it is a plain word.
    [[nodiscard]] std::string section_in_url() const {
        constexpr auto others = std::to_array<std::string_view>(
            {"article",  "articles", "news",     "story",   "stories",   "content",   "post",
             "posts",    "archive",  "archives", "blog",    "index",     "index.php", "www",
             "web",      "amp",      "page",     "pages",   "artikel",   "articulo",  "noticia",
             "noticias", "noticia",  "haber",    "nyheter", "actualite", "actu",      "detail",
             "view",     "read",     "item",     "doc",     "node"});
        const std::size_t host = url_.find("://");
        const std::size_t start = host == std::string::npos ? host : url_.find('/', host + 3);
        if (start == std::string::npos) {
            return {};
        }
        const std::string_view path = std::string_view(url_).substr(start + 1);
        const std::size_t end = path.find('/');
        const std::string folder = ascii_lower(path.substr(0, end));
        constexpr std::size_t max_bytes = 20;
        const bool plain = std::all_of(folder.begin(), folder.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || c == '-';
        });
        const bool known = std::find(others.begin(), others.end(), folder) != others.end();
        const bool word = plain && folder.size() > 3 && folder.size() <= max_bytes;
        return end == std::string_view::npos || !word || known ? std::string{} : folder;
    }

    void take_topics(const std::vector<std::string>& keywords, std::string_view from) {
        if (article_.topics.empty()) {
            for (const std::string& keyword : keywords) {
                add_keywords(article_.topics, plain_line(keyword));
            }
            if (!article_.topics.empty()) {
                set_evidence(article_, "topics", from);
            }
        }
    }

    void find_topics() {
        article_.topics = std::move(schema_.article.topics);
        if (!article_.topics.empty()) {
            set_evidence(article_, "topics", "jsonld");
        }
        take_topics(all_of(facts_.meta, {"article:tag", "og:article:tag"}), "opengraph");
        take_topics(
            all_of(facts_.meta,
                   {"news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject"}),
            "meta");
    }

    const MetadataReading& reading_;
    PageFacts facts_;
    PageSchema schema_;
    Article article_;
    std::string url_;
    std::string host_;
    std::string suffix_;  ///< of <title>, when nothing else names the site
    std::vector<std::string> sites_;
};

}  // namespace

PageMetadata page_metadata(const xmlNode& root, const MetadataReading& reading) {
    return MetadataReader(root, reading).run();
}

}  // namespace dateline::source
