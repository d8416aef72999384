// Option defaults, cleaning, and the check that there is something to index.
#include "indexer/source/finishing_sink.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/date_in_url.hpp"
#include "indexer/source/metadata_values.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

namespace dateline::source {
namespace {

struct Repairs {
    std::uint64_t utf8 = 0;
    std::uint64_t controls = 0;
};

bool is_control(char c) noexcept {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F';
}

void clean_string(std::string& text, Repairs& repairs) {
    const bool suspicious = std::any_of(text.begin(), text.end(), [](char c) {
        return is_control(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!suspicious) {
        return;
    }
    if (!is_valid_utf8(text)) {
        RepairedText repaired = repair_utf8(text);
        text = std::move(repaired.text);
        repairs.utf8 += repaired.replaced;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!is_control(c)) {
            text[kept++] = c;
        } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            continue;
        } else if (c == '\t' || c == '\r' || c == '\v' || c == '\f') {
            text[kept++] = ' ';
        } else {
            ++repairs.controls;
        }
    }
    text.resize(kept);
}

void clean_list(std::vector<std::string>& list, Repairs& repairs) {
    for (std::string& text : list) {
        clean_string(text, repairs);
    }
    std::erase_if(list, [](const std::string& text) { return trim(text).empty(); });
}

/// Sets `field` unless the article states it.
void fill_from_path(Article& article,
                    std::string Article::*field,
                    std::string_view name,
                    const std::string& value) {
    if ((article.*field).empty() && !value.empty()) {
        article.*field = value;
        set_evidence(article, name, "path");
    }
}

void fill_from_path(Article& article, const PathValues& values) {
    fill_from_path(article, &Article::id, "id", values.id);
    fill_from_path(article, &Article::collection, "collection", values.collection);
    fill_from_path(article, &Article::source, "source", values.source);
    fill_from_path(article, &Article::section, "section", values.section);
    if (article.lang.empty() && !values.lang.empty()) {
        fill_from_path(article, &Article::lang, "lang", normalise_lang(values.lang));
        article.lang_from = article.lang.empty() ? "" : "path";
    }
    if (article.authors.empty() && !values.author.empty()) {
        article.authors = {values.author};
        set_evidence(article, "authors", "path");
    }
}

std::string_view name_of(DateSource source) {
    switch (source) {
        case DateSource::Stated:
            return "metadata";
        case DateSource::Url:
            return "url";
        case DateSource::Path:
            return "path";
        case DateSource::ModificationTime:
            return "mtime";
    }
    return {};
}

void clean_locator(Locator& locator) {
    locator.file = repair_utf8(locator.file).text;
    locator.member = repair_utf8(locator.member).text;
}

}  // namespace

void clean(Article& article) {
    Repairs repairs;
    for (std::string* text : {&article.id,
                              &article.collection,
                              &article.title,
                              &article.lang,
                              &article.source,
                              &article.section,
                              &article.url,
                              &article.dateline.place,
                              &article.dateline.date}) {
        clean_string(*text, repairs);
    }
    // Fields of one line, whatever a reader let through.
    for (std::string* text : {&article.id,
                              &article.collection,
                              &article.title,
                              &article.source,
                              &article.section,
                              &article.url}) {
        *text = collapse_spaces(*text);
    }
    for (std::vector<std::string>* list : {&article.captions,
                                           &article.authors,
                                           &article.people,
                                           &article.places,
                                           &article.orgs,
                                           &article.topics}) {
        clean_list(*list, repairs);
    }
    for (std::string& paragraph : article.paragraphs) {
        clean_string(paragraph, repairs);
    }
    drop_blank_paragraphs(article);
    clean_locator(article.locator);
    if (repairs.utf8 > 0) {
        add_warning(article, "repaired_utf8", repairs.utf8);
    }
    if (repairs.controls > 0) {
        add_warning(article, "control_characters", repairs.controls);
    }
}

const PathValues& FinishingSink::path_values() {
    if (!path_values_) {
        path_values_.emplace();
        if (!options_.path_pattern.empty()) {
            const auto pattern = PathPattern::parse(options_.path_pattern);
            assert(std::holds_alternative<PathPattern>(pattern));
            const std::string path = path_for_patterns(origin_.file, origin_.member);
            path_values_ = std::get<PathPattern>(pattern)
                               .match(path, options_.dates.zone)
                               .value_or(PathValues{});
        }
    }
    return *path_values_;
}

std::optional<time::Published> FinishingSink::date_from(DateSource source, const Article& article) {
    switch (source) {
        case DateSource::Stated:
            break;
        case DateSource::Url:
            return date_in_url(article.url, options_.dates.order);
        case DateSource::Path:
            if (path_values().published) {
                return path_values().published;
            }
            return date_in_path(path_for_patterns(origin_.file, origin_.member),
                                options_.dates.order);
        case DateSource::ModificationTime:
            if (modified_) {
                return time::Published{
                    std::chrono::floor<std::chrono::days>(*modified_ + options_.dates.zone),
                    time::Precision::Day,
                    std::nullopt};
            }
            break;
    }
    return std::nullopt;
}

/// A reader gives what the article states, or, if it marks it so, what its address says. The order
/// of the options decides between that and the other places.
void FinishingSink::settle_date(Article& article) {
    const DateSource given = article.published_from == "url" ? DateSource::Url : DateSource::Stated;
    for (const DateSource source : options_.date_sources) {
        if (article.published && source == given) {
            return;
        }
        if (const auto date = date_from(source, article)) {
            article.published = date;
            article.published_from = name_of(source);
            set_evidence(article, "published", name_of(source));
            return;
        }
    }
    article.published.reset();
    article.published_from.clear();
    std::erase_if(article.evidence,
                  [](const Evidence& evidence) { return evidence.field == "published"; });
}

void FinishingSink::complete(Article& article) {
    const auto fill = [](std::string& field, const std::string& value) {
        if (field.empty()) {
            field = value;
        }
    };
    article.locator.file = origin_.file;
    article.locator.member = origin_.member;
    fill(article.format, format_);
    settle_date(article);
    if (!options_.path_pattern.empty()) {
        fill_from_path(article, path_values());
    }
    fill(article.collection, options_.collection);
    fill(article.source, options_.source);
    if (!article.lang.empty()) {
        fill(article.lang_from, "metadata");
    } else if (!options_.lang.empty()) {
        article.lang = options_.lang;
        article.lang_from = "option";
    }
    if (!article.id.empty()) {
        article.id.insert(0, options_.id_prefix);
    }
    if (article.published) {
        fill(article.published_from, "metadata");
    }
}

void FinishingSink::article(Article&& article) {
    ++records_;
    complete(article);
    clean(article);
    if (trim(article.title).empty() && article.paragraphs.empty()) {
        next_.reject(
            {std::move(article.locator), "no_text", "has neither a title nor any text", format_});
        return;
    }
    next_.article(std::move(article));
}

void FinishingSink::reject(Rejected&& rejected) {
    ++records_;
    rejected.format = format_;
    rejected.locator.file = origin_.file;
    rejected.locator.member = origin_.member;
    clean_locator(rejected.locator);
    rejected.reason = collapse_spaces(repair_utf8(rejected.reason).text);
    next_.reject(std::move(rejected));
}

void FinishingSink::unrecognised(const Locator& locator, const std::string& type) {
    ++records_;
    Locator where = locator;
    clean_locator(where);
    next_.unrecognised(where, type);
}

}  // namespace dateline::source
