// Chooses among the dates that a page states in different places.
#include "indexer/source/html/page_dates.hpp"

#include "common/base/utf8.hpp"
#include "common/time/numeric_date.hpp"
#include "common/time/written_date.hpp"
#include "indexer/source/html/date_in_url.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/metadata_values.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace dateline::source {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using time::Precision;
using time::Published;

/// Elements after the headline in which its date is looked for, and elements before it.
constexpr std::size_t kElementsAfter = 120;
constexpr std::size_t kElementsBefore = 25;
/// Elements after the headline in which any short text with a date is taken for its dateline.
constexpr std::size_t kLinesAfter = 40;
/// A page's template may state a day far from that of its address; a late correction is nearer.
constexpr days kFarFromAddress{7};
constexpr std::size_t kMaxDateBytes = 200;

using Keys = std::span<const std::string_view>;

constexpr auto kOpenGraph = std::to_array<std::string_view>({"article:published_time",
                                                             "og:article:published_time",
                                                             "og:published_time",
                                                             "article:published",
                                                             "og:pubdate"});
constexpr auto kOpenGraphModified = std::to_array<std::string_view>({"article:modified_time",
                                                                     "og:article:modified_time",
                                                                     "og:updated_time",
                                                                     "article:modified",
                                                                     "og:modified_time"});

/// Names of <meta> in use for the date of publication.
constexpr auto kMeta = std::to_array<std::string_view>({"parsely-pub-date",
                                                        "sailthru.date",
                                                        "cxenseparse:recs:publishtime",
                                                        "cxenseparse:publishtime",
                                                        "cxenseparse:articlepublishdate",
                                                        "article.published",
                                                        "article:publicationdate",
                                                        "article_date_original",
                                                        "article.origpublished",
                                                        "originalpublicationdate",
                                                        "publication_date",
                                                        "publication-date",
                                                        "publicationdate",
                                                        "publishdate",
                                                        "publish-date",
                                                        "publish_date",
                                                        "published-date",
                                                        "published_date",
                                                        "publisheddate",
                                                        "published",
                                                        "published_at",
                                                        "published_time",
                                                        "published_time_telegram",
                                                        "publishedat",
                                                        "publishtime",
                                                        "publish_time",
                                                        "publish-time",
                                                        "pubdate",
                                                        "pub_date",
                                                        "pub-date",
                                                        "dc.date.issued",
                                                        "dcterms.issued",
                                                        "dc.date.published",
                                                        "dcterms.date",
                                                        "dc.date.created",
                                                        "dcterms.created",
                                                        "dc.date",
                                                        "dc:date",
                                                        "dcsext.articlefirstpublished",
                                                        "date",
                                                        "date_published",
                                                        "date-published",
                                                        "datepublished",
                                                        "date.issued",
                                                        "date.available",
                                                        "article-published-date",
                                                        "article_published",
                                                        "article-publication-date",
                                                        "article:create_at",
                                                        "weibo:article:create_at",
                                                        "apub:time",
                                                        "og:release_date",
                                                        "og:regdate",
                                                        "mediator_published_time",
                                                        "firstpublished",
                                                        "first-published",
                                                        "firstpublishdate",
                                                        "displaydate",
                                                        "display-date",
                                                        "ptime",
                                                        "iso-8601-publish-date",
                                                        "prism.publicationdate",
                                                        "citation_publication_date",
                                                        "citation_date",
                                                        "citation_online_date",
                                                        "bt:pubdate",
                                                        "rbpubdate",
                                                        "article.created",
                                                        "vr:published_time",
                                                        "shareaholic:article_published_time",
                                                        "gen-date",
                                                        "itemdate"});
constexpr auto kMetaModified = std::to_array<std::string_view>({"last-modified",
                                                                "lastmod",
                                                                "lastmodified",
                                                                "last_modified",
                                                                "dcterms.modified",
                                                                "dc.date.modified",
                                                                "article.updated",
                                                                "article_date_updated",
                                                                "parsely-modified-date",
                                                                "cxenseparse:modifiedtime",
                                                                "date_modified",
                                                                "datemodified",
                                                                "modified",
                                                                "updated",
                                                                "utime",
                                                                "revised",
                                                                "moddate",
                                                                "mediator_modified_time"});

/// A date that could be read.
struct Candidate {
    Published published;
    std::string_view from;
    std::string_view text;  ///< as stated
};

/// The day that readers of the place saw.
std::chrono::sys_days local_day(const Published& published) {
    return std::chrono::floor<days>(published.instant + published.zone.value_or(minutes(0)));
}

void append(std::vector<StatedDate>& dates,
            const StatedValues& values,
            Keys keys,
            std::string_view from) {
    for (const std::string_view key : keys) {
        const auto [first, last] = values.equal_range(std::string(key));
        for (auto value = first; value != last; ++value) {
            dates.push_back({value->second, from});
        }
    }
}

void append(std::vector<StatedDate>& dates,
            const std::vector<std::string>& texts,
            std::string_view from) {
    for (const std::string& text : texts) {
        dates.push_back({text, from});
    }
}

class Chooser {
public:
    explicit Chooser(const DateContext& context) : context_(context) {
        reading_ = context.reading;
        if (reading_.order == time::DateOrder::Unstated) {
            reading_.order = time::date_order_of(context.lang);
        }
        in_address_ = date_in_url(context.url, reading_.order);
        if (in_address_ && !acceptable(*in_address_)) {
            in_address_.reset();
        }
    }

    /// Whether a text is a date more than a day after the page was fetched.
    [[nodiscard]] bool is_after_fetch(const StatedDate& stated) const {
        const auto published = parse(stated.text, reading_);
        return published && is_after_fetch(*published);
    }

    /// Whether any of `stated` is a date in digits that would be read if its order were known.
    [[nodiscard]] bool any_ambiguous(const std::vector<StatedDate>& stated) const {
        return std::any_of(stated.begin(), stated.end(), [this](const StatedDate& date) {
            return time::is_ambiguous_date(trim(date.text), reading_);
        });
    }

    [[nodiscard]] std::optional<Candidate> read(const StatedDate& stated) const {
        const auto published = parse(stated.text, reading_);
        if (!published || !acceptable(*published)) {
            return std::nullopt;
        }
        return Candidate{*published, stated.from, stated.text};
    }

    [[nodiscard]] std::vector<Candidate> read_all(const std::vector<StatedDate>& stated) const {
        std::vector<Candidate> candidates;
        for (const StatedDate& date : stated) {
            if (const auto candidate = read(date)) {
                candidates.push_back(*candidate);
            }
        }
        return candidates;
    }

    /// The first of `candidates` for a change that is not before the day of `published`.
    [[nodiscard]] std::optional<Candidate> choose_change(
        const std::vector<Candidate>& candidates, const std::optional<Candidate>& published) const {
        for (const Candidate& candidate : candidates) {
            if (!published ||
                local_day(candidate.published) + days(1) >= local_day(published->published)) {
                return with_zone(candidate, candidates);
            }
        }
        return std::nullopt;
    }

    /// The best of `candidates`, which are in the order of trust.
    [[nodiscard]] std::optional<Candidate> choose(const std::vector<Candidate>& candidates) const {
        if (candidates.empty()) {
            return std::nullopt;
        }
        Candidate best = candidates.front();
        if (is_far_from_address(best)) {
            const auto near =
                std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& each) {
                    return agrees_with_address(each);
                });
            best = near == candidates.end() ? best : *near;
        }
        return with_zone(with_time(best, candidates), candidates);
    }

    /// Whether the address states a day and `candidate` is far from it.
    [[nodiscard]] bool is_far_from_address(const Candidate& candidate) const {
        if (!in_address_ || in_address_->precision != Precision::Day) {
            return false;
        }
        return std::chrono::abs(local_day(candidate.published) - local_day(*in_address_)) >
               kFarFromAddress;
    }

    [[nodiscard]] const std::optional<Published>& in_address() const { return in_address_; }

private:
    [[nodiscard]] std::optional<Published> parse(std::string_view text,
                                                 const time::DateReading& reading) const {
        if (text.size() > kMaxDateBytes) {
            return std::nullopt;
        }
        const auto published = parse_stated_date(text, reading);
        return published ? published : time::find_written_date(text, reading, context_.lang);
    }

    [[nodiscard]] bool acceptable(const Published& published) const {
        const std::chrono::year_month_day day(local_day(published));
        // What programs print for "no date", and what no web page was published in.
        const bool empty =
            day == std::chrono::year(1970) / 1 / 1 || day.year() < std::chrono::year(1500) ||
            (day.year() == std::chrono::year(1969) && day.month() == std::chrono::December);
        return !empty && !is_after_fetch(published);
    }

    [[nodiscard]] bool is_after_fetch(const Published& published) const {
        return context_.fetched && published.instant > *context_.fetched + hours(24);
    }

    [[nodiscard]] bool agrees_with_address(const Candidate& candidate) const {
        return std::chrono::abs(local_day(candidate.published) - local_day(*in_address_)) <=
               days(1);
    }

    /// `best`, or a candidate that states the time on the day that `best` states.
    static Candidate with_time(const Candidate& best, const std::vector<Candidate>& candidates) {
        if (best.published.precision == Precision::Time) {
            return best;
        }
        for (const Candidate& other : candidates) {
            const std::chrono::year_month_day day(local_day(other.published));
            const std::chrono::year_month_day bare(local_day(best.published));
            const bool same_month = day.year() == bare.year() && day.month() == bare.month();
            const bool finer = other.published.precision > best.published.precision;
            if (finer && same_month &&
                (best.published.precision == Precision::Month || day == bare)) {
                return other;
            }
        }
        return best;
    }

    /// Whether the text states the zone itself, so that another default changes nothing.
    [[nodiscard]] bool states_zone(const Candidate& candidate) const {
        time::DateReading other = reading_;
        other.zone += hours(1);
        const auto again = parse(candidate.text, other);
        return again && again->instant == candidate.published.instant;
    }

    [[nodiscard]] Candidate with_zone(Candidate best,
                                      const std::vector<Candidate>& candidates) const {
        if (best.published.precision != Precision::Time || states_zone(best)) {
            return best;
        }
        const auto clock_of = [](const Published& published) {
            return std::chrono::floor<minutes>(published.instant +
                                               published.zone.value_or(minutes(0)));
        };
        for (const Candidate& other : candidates) {
            const bool same_clock = other.published.precision == Precision::Time &&
                                    clock_of(other.published) == clock_of(best.published);
            if (same_clock && states_zone(other)) {
                best.published.instant += best.published.zone.value_or(minutes(0));
                best.published.zone = other.published.zone;
                best.published.instant -= best.published.zone.value_or(minutes(0));
                return best;
            }
        }
        return best;
    }

    const DateContext& context_;
    time::DateReading reading_;
    std::optional<Published> in_address_;
};

/// The microdata of the article itself, if there are several: the one with the text or headline.
const MicrodataItem* main_item(const PageFacts& facts) {
    const auto whole =
        std::find_if(facts.items.begin(), facts.items.end(), [](const MicrodataItem& item) {
            return item.holds_body || item.holds_heading;
        });
    if (whole != facts.items.end()) {
        return &*whole;
    }
    return facts.items.empty() ? nullptr : &facts.items.front();
}

/// What is shown near the headline, in the order in which dates are looked for: behind the
/// headline, then before it from near to far.
std::vector<const ShownElement*> near_headline(const PageFacts& facts, std::string_view title) {
    const ShownElement* const headline = headline_in(facts, title);
    const std::size_t start = headline == nullptr ? 0 : headline->order;
    std::vector<const ShownElement*> near;
    for (const ShownElement& element : facts.shown) {
        const bool around = element.order <= start && element.end > start;
        const bool behind = element.order >= start &&
                            (headline == nullptr || element.order <= start + kElementsAfter);
        if (behind || around) {
            near.push_back(&element);
        }
    }
    const std::size_t count_behind = near.size();
    for (const ShownElement& element : facts.shown) {
        if (element.end <= start && element.end + kElementsBefore > start) {
            near.push_back(&element);
        }
    }
    std::reverse(near.begin() + static_cast<std::ptrdiff_t>(count_behind), near.end());
    return near;
}

/// `text` without the headline, which may speak of another day.
std::string without_title(std::string text, std::string_view title) {
    const std::size_t at = title.empty() ? std::string::npos : text.find(title);
    if (at != std::string::npos) {
        text.replace(at, title.size(), " ");
    }
    return text;
}

/// A dateline, and what it says of a change, parted: `Published 16 Oct. Updated 17 Oct.`
struct SplitText {
    std::string published;
    std::string modified;
};

SplitText split_at_change(const std::string& text) {
    constexpr auto published_words = std::to_array<std::string_view>({"publi",
                                                                      "posted",
                                                                      "pubbl",
                                                                      "giriş",
                                                                      "Giriş",
                                                                      "yayın",
                                                                      "Yayın",
                                                                      "veröff",
                                                                      "опубл",
                                                                      "created",
                                                                      "入力",
                                                                      "입력",
                                                                      "发布",
                                                                      "發布",
                                                                      "公開"});
    const std::size_t change = find_change_word(text);
    if (change == std::string::npos) {
        return {text, {}};
    }
    const std::string lower = ascii_lower(text);
    std::size_t published = std::string::npos;
    for (const std::string_view word : published_words) {
        published = std::min(published, lower.find(word, change));
    }
    if (published != std::string::npos) {
        return {text.substr(published), text.substr(change, published - change)};
    }
    return {text.substr(0, change), text.substr(change)};
}

/// Dates that readers see, those of the publication and those of changes.
struct ShownDates {
    std::vector<StatedDate> published;
    std::vector<StatedDate> modified;
};

void add_time(ShownDates& dates, const ShownElement& element) {
    std::vector<StatedDate>& to = element.updated ? dates.modified : dates.published;
    to.push_back({element.stated, "time"});
    to.push_back({element.text, "time"});
}

void add_text(ShownDates& dates, const ShownElement& element, const std::string& title) {
    SplitText parts = split_at_change(without_title(element.text, title));
    if (element.updated) {
        parts.modified = parts.modified.empty() ? parts.published : parts.modified;
        parts.published.clear();
    }
    dates.published.push_back({std::move(parts.published), "text"});
    dates.modified.push_back({std::move(parts.modified), "text"});
}

ShownDates shown_dates(const PageFacts& facts, const std::string& title) {
    ShownDates dates;
    const std::vector<const ShownElement*> near = near_headline(facts, title);
    const ShownElement* const headline = headline_in(facts, title);
    const std::size_t start = headline == nullptr ? 0 : headline->order;
    for (const ShownElement* element : near) {
        if (element->kind == ShownKind::Time && element->preferred) {
            add_time(dates, *element);
        }
    }
    for (const ShownElement* element : near) {
        if (element->kind == ShownKind::Time) {
            add_time(dates, *element);
        } else if (element->kind == ShownKind::Date) {
            (element->updated ? dates.modified : dates.published)
                .push_back({element->stated, "text"});
            add_text(dates, *element, title);
        }
    }
    for (const ShownElement* element : near) {
        if (element->kind == ShownKind::Text && element->order <= start + kLinesAfter) {
            add_text(dates, *element, title);
        }
    }
    // A page without a headline to go by may still have one <time>.
    for (const ShownElement& element : facts.shown) {
        if (element.kind == ShownKind::Time) {
            add_time(dates, element);
        }
    }
    return dates;
}

/// The value of `"key": "value"` in a script for the first key that names the publication.
std::vector<StatedDate> script_dates(const PageFacts& facts) {
    std::vector<StatedDate> dates;
    constexpr auto keys = std::to_array<std::string_view>({"datePublished",
                                                           "publishedAt",
                                                           "published_at",
                                                           "publishDate",
                                                           "publish_date",
                                                           "publishedDate",
                                                           "published_date",
                                                           "publishTime",
                                                           "publish_time",
                                                           "publicationDate",
                                                           "firstPublished",
                                                           "publishedTime"});
    for (const std::string& script : facts.scripts) {
        for (const std::string_view key : keys) {
            const std::size_t at = script.find(key);
            if (at == std::string::npos) {
                continue;
            }
            const std::string_view rest =
                trim(std::string_view(script).substr(at + key.size(), kMaxDateBytes));
            const std::size_t start = rest.find_first_not_of("\"'\\: =");
            if (start == 0 || start > 8) {
                continue;
            }
            const std::string_view value = rest.substr(start);
            dates.push_back(
                {std::string(value.substr(0, value.find_first_of("\"'\\,;}<"))), "script"});
        }
    }
    return dates;
}

std::vector<StatedDate> published_dates(const PageFacts& facts, const SchemaDates& schema) {
    constexpr auto published = std::to_array<std::string_view>({"datepublished"});
    constexpr auto created = std::to_array<std::string_view>({"datecreated", "uploaddate"});
    constexpr auto loose = std::to_array<std::string_view>({"datepublished", "issued", "created"});
    const MicrodataItem* const item = main_item(facts);
    std::vector<StatedDate> dates;
    append(dates, schema.published, "jsonld");
    append(dates, facts.meta, kOpenGraph, "opengraph");
    if (item != nullptr) {
        append(dates, item->properties, published, "microdata");
    }
    append(dates, facts.meta, kMeta, "meta");
    append(dates, facts.loose_properties, loose, "microdata");
    append(dates, schema.of_page, "jsonld");
    append(dates, schema.created, "jsonld");
    if (item != nullptr) {
        append(dates, item->properties, created, "microdata");
    }
    append(dates, facts.loose_properties, created, "microdata");
    return dates;
}

std::vector<StatedDate> modified_dates(const PageFacts& facts, const SchemaDates& schema) {
    constexpr auto modified = std::to_array<std::string_view>({"datemodified"});
    const MicrodataItem* const item = main_item(facts);
    std::vector<StatedDate> dates;
    append(dates, schema.modified, "jsonld");
    append(dates, facts.meta, kOpenGraphModified, "opengraph");
    if (item != nullptr) {
        append(dates, item->properties, modified, "microdata");
    }
    append(dates, facts.meta, kMetaModified, "meta");
    append(dates, facts.loose_properties, modified, "microdata");
    return dates;
}

void set_published(Article& article, const Candidate& chosen) {
    article.published = chosen.published;
    article.published_from = chosen.from;
    set_evidence(article, "published", chosen.from);
}

/// Says what is wrong with dates that were passed over. Those of <meta> are often for other things.
void warn_of_dates(Article& article,
                   const std::vector<StatedDate>& stated,
                   const Chooser& chooser) {
    bool bad = false;
    bool late = false;
    for (const StatedDate& date : stated) {
        if (!chooser.read(date)) {
            const bool after = chooser.is_after_fetch(date);
            late = late || after;
            const bool ambiguous = chooser.any_ambiguous({date});
            bad = bad || (!after && !ambiguous && date.from != "meta");
        }
    }
    if (bad) {
        add_warning(article, "bad_date");
    }
    if (late) {
        add_warning(article, "date_after_fetch");
    }
}

}  // namespace

void set_page_dates(Article& article,
                    const PageFacts& facts,
                    const SchemaDates& schema,
                    const DateContext& context) {
    const Chooser chooser(context);
    const std::vector<StatedDate> stated = published_dates(facts, schema);
    const std::vector<Candidate> in_metadata = chooser.read_all(stated);
    warn_of_dates(article, stated, chooser);
    std::optional<Candidate> chosen = chooser.choose(in_metadata);
    const ShownDates shown = shown_dates(facts, context.title);
    if (!chosen || chooser.is_far_from_address(*chosen)) {
        std::vector<Candidate> all = in_metadata;
        const std::vector<Candidate> seen = chooser.read_all(shown.published);
        all.insert(all.end(), seen.begin(), seen.end());
        chosen = chooser.choose(all);
    }
    const std::vector<StatedDate> in_scripts = script_dates(facts);
    if (!chosen) {
        chosen = chooser.choose(chooser.read_all(in_scripts));
    }
    if (!chosen && chooser.in_address()) {
        chosen = Candidate{*chooser.in_address(), "url", {}};
    }
    std::vector<StatedDate> changed = modified_dates(facts, schema);
    changed.insert(changed.end(), shown.modified.begin(), shown.modified.end());
    const auto modified = chooser.choose_change(chooser.read_all(changed), chosen);
    if (modified) {
        article.modified = modified->published;
        set_evidence(article, "modified", modified->from);
    }
    // A page that states nothing but its last change was published on that day or before.
    if (!chosen && modified && (modified->from == "text" || modified->from == "time")) {
        chosen = modified;
    }
    if (chosen) {
        set_published(article, *chosen);
    } else if (chooser.any_ambiguous(stated) || chooser.any_ambiguous(shown.published)) {
        add_warning(article, "ambiguous_date");
    }
}

}  // namespace dateline::source
