// Layout of answers for people.
#include "query/render/text_renderer.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"
#include "query/render/facet_text.hpp"
#include "query/render/pair_text.hpp"
#include "query/render/timeline_text.hpp"
#include "query/render/tree_words.hpp"
#include "query/search/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline::render {
namespace {

/// Names of one kind that are shown with a hit.
constexpr std::size_t kMaxNames = 5;

/// Lines are not made longer than this, however wide the terminal: they would be hard to read.
constexpr std::size_t kMaxColumns = 120;

constexpr std::string_view kSeparator = " · ";

std::string counted(std::uint64_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view order_words(search::SortOrder order) {
    switch (order) {
        case search::SortOrder::Relevance:
            return "by relevance";
        case search::SortOrder::NewestFirst:
            return "newest first";
        case search::SortOrder::OldestFirst:
            return "oldest first";
    }
    return "";
}

/// `number` in the fewest digits that read back as the same, whatever the locale.
std::string short_number(double number) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), result.ptr};
}

/// Date, source, section, language unless it is English, and id.
std::string origin_line(const search::Hit& hit, const time::Zone& zone) {
    const Article& article = hit.article;
    std::vector<std::string> parts = {article.published ? short_time(*article.published, zone)
                                                        : "undated"};
    for (const std::string& part : {article.source, article.section}) {
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    if (!article.lang.empty() && article.lang != "en") {
        parts.push_back(article.lang);
    }
    parts.push_back("@" + hit.id);
    if (hit.change) {
        parts.emplace_back(change_name(*hit.change));
    }
    return printable_line(joined(parts, kSeparator));
}

/// `label` and the first few of `names`; empty if there are none.
std::string names_part(std::string_view label, const std::vector<std::string>& names) {
    if (names.empty()) {
        return {};
    }
    const std::size_t shown = std::min(names.size(), kMaxNames);
    const auto count = static_cast<std::ptrdiff_t>(shown);
    std::string out = std::string(label) + ": " + joined({names.begin(), names.begin() + count});
    if (names.size() > shown) {
        out += " +" + std::to_string(names.size() - shown);
    }
    return printable_line(out);
}

/// People, places and the days spoken of on one line; empty if there are none.
std::string names_line(const search::Hit& hit) {
    std::vector<std::string> parts;
    for (std::string part : {names_part("people", search::names_of(hit.people)),
                             names_part("places", search::names_of(hit.places)),
                             names_part("events", search::events_of(hit.article))}) {
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return joined(parts, kSeparator);
}

}  // namespace

std::string short_time(const time::Published& published, const time::Zone& zone) {
    if (published.precision != time::Precision::Time) {
        return time::format_published(published);
    }
    time::Published local = published;
    // Offsets from before there were zones have seconds.
    local.zone = std::chrono::round<std::chrono::minutes>(zone.offset_at(published.instant));
    // 2025-08-15T22:11:00+02:00: the day, hours and minutes, and the offset.
    const std::string full = time::format_published(local);
    return full.substr(0, 10) + " " + full.substr(11, 5) +
           (full.ends_with('Z') ? "Z" : full.substr(full.size() - 6));
}

std::string head_line(const search::Answer& answer) {
    std::vector<std::string> parts = {answer.canonical, counted(answer.total, "article")};
    if (answer.zone != "UTC") {
        parts.push_back("days of " + answer.zone);
    }
    if (answer.hits > 0) {
        parts.emplace_back(order_words(answer.sort));
        parts.push_back(std::to_string(answer.hits) + " shown" +
                        (answer.offset > 0 ? " from " + std::to_string(answer.offset + 1) : ""));
    }
    return printable_line(joined(parts, kSeparator));
}

std::string no_name_words(const search::ResolvedName& name) {
    if (name.only_mentioned.empty()) {
        return "nothing of that name";
    }
    std::vector<std::string> entities;
    for (const search::NamedEntity& entity : name.only_mentioned) {
        entities.push_back(entity.name + " in " + counted(entity.articles, "article"));
    }
    return "only mentioned: " + joined(entities) + ", none of them about it";
}

/// The name of `entity` and what tells it from others of `entities`: what it is in, else its id, as
/// a query takes it.
std::string name_among(const search::NamedEntity& entity,
                       const std::vector<search::NamedEntity>& entities) {
    bool has_namesake = false;
    bool has_double = false;
    for (const search::NamedEntity& other : entities) {
        const bool is_namesake = &other != &entity && other.name == entity.name;
        has_namesake = has_namesake || is_namesake;
        has_double = has_double || (is_namesake && other.within == entity.within);
    }
    std::string apart = has_namesake ? entity.within : std::string();
    if (has_double && entity.id.size() > 2) {
        apart += (apart.empty() ? "@" : ", @") + entity.id.substr(2);
    }
    return full_name(entity.name.empty() ? entity.id : entity.name, apart);
}

std::string name_line(const search::ResolvedName& name) {
    std::vector<std::string> entities;
    entities.reserve(name.entities.size());
    for (const search::NamedEntity& entity : name.entities) {
        entities.push_back(name_among(entity, name.entities) + " " +
                           std::to_string(entity.articles));
    }
    const std::string listed = entities.empty() ? no_name_words(name) : joined(entities);
    return printable_line(name.clause + " = " + listed +
                          (name.more > 0 ? ", and " + std::to_string(name.more) + " more" : ""));
}

std::string word_line(const search::Expansion& expansion) {
    std::vector<std::string> words;
    words.reserve(expansion.words.size());
    for (const search::ListedWord& word : expansion.words) {
        words.push_back(word.word + " " + std::to_string(word.articles));
    }
    const std::string listed = words.empty() ? "no word" : joined(words);
    return printable_line(
        expansion.clause + " = " + listed +
        (expansion.more > 0 ? ", and " + std::to_string(expansion.more) + " more" : ""));
}

void TextRenderer::begin(const Report& report) {
    if (style_.batch) {
        out_.write("== " + printable_line(report.id) + " == " + printable_line(report.text) + "\n");
    }
    if (report.explanation.any()) {
        write_explanation(report);
    }
    const std::string relaxed =
        report.relaxed
            ? "relaxed, " + printable_line(report.diagnosis->suggestions.front().reason) + ": "
            : std::string();
    out_.write(relaxed + head_line(report.answer) + "\n");
    if (!report.answer.dropped.empty()) {
        out_.write("left out because too common: " + printable_line(joined(report.answer.dropped)) +
                   "\n");
    }
    if (report.explanation.names) {
        return;  // they stand above, in full
    }
    for (const search::ResolvedName& name : report.answer.names) {
        out_.write(name_line(name) + "\n");
    }
    for (const search::Expansion& expansion : report.answer.expansions) {
        out_.write(word_line(expansion) + "\n");
    }
}

void TextRenderer::write_explanation(const Report& report) {
    if (report.explanation.query && report.explained) {
        out_.write("typed:     " + printable_line(report.text) + "\n");
        out_.write("canonical: " + printable_line(report.answer.canonical) + "\n");
        out_.write("tree:\n");
        const std::string tree = tree_words(*report.explained);
        for (std::size_t begin = 0; begin < tree.size();) {
            const std::size_t end = tree.find('\n', begin) + 1;
            out_.write("  " + tree.substr(begin, end - begin));
            begin = end;
        }
    }
    if (report.explanation.query) {
        write_added("like:      ", report.answer.like);
        write_added("feedback:  ", report.answer.feedback);
    }
    if (report.explanation.xapian) {
        out_.write("xapian:    " + printable_line(report.answer.xapian_query) + "\n");
    }
    if (report.explanation.names) {
        write_names(report.answer);
    }
    out_.write("\n");
}

void TextRenderer::write_names(const search::Answer& answer) {
    out_.write("names:\n");
    for (const search::ResolvedName& name : answer.names) {
        out_.write("  " + printable_line(name.clause) + "\n");
        for (const search::NamedEntity& entity : name.entities) {
            const std::string also =
                entity.spellings.empty() ? "" : ", also " + joined(entity.spellings);
            out_.write("    " + counted(entity.articles, "article") + "  " +
                       printable_line(full_name(entity.name, entity.within) + " (" + entity.id +
                                      ")" + also) +
                       "\n");
        }
        if (name.entities.empty()) {
            out_.write("    " + printable_line(no_name_words(name)) + "\n");
        }
    }
    for (const search::Expansion& expansion : answer.expansions) {
        out_.write("  " + printable_line(expansion.clause) + "\n");
        for (const search::ListedWord& word : expansion.words) {
            out_.write("    " + counted(word.articles, "article") + "  " +
                       printable_line(word.word) + "\n");
        }
    }
}

void TextRenderer::write_added(std::string_view label,
                               const std::vector<search::AddedClause>& clauses) {
    std::vector<std::string> parts;
    for (const search::AddedClause& added : clauses) {
        parts.push_back(added.clause + "^" + short_number(added.boost));
    }
    if (!parts.empty()) {
        out_.write(std::string(label) + printable_line(joined(parts, " ")) + "\n");
    }
}

/// `shown`, which is `snippet`, with an ellipsis where its sentence was cut.
MarkedText with_ellipses(MarkedText shown, const search::Snippet& snippet, bool utf8) {
    const std::string ellipsis = utf8 ? "…" : "...";
    if (snippet.cut_before) {
        shown.text.insert(0, ellipsis + " ");
        for (auto& [begin, end] : shown.marks) {
            begin += ellipsis.size() + 1;
            end += ellipsis.size() + 1;
        }
    }
    if (snippet.cut_after) {
        shown.text += " " + ellipsis;
    }
    return shown;
}

void TextRenderer::write_wrapped(const MarkedText& marked,
                                 std::string_view indent,
                                 std::string_view base) {
    const std::size_t columns = std::min(style_.columns, kMaxColumns);
    const std::size_t room = columns > indent.size() + 20 ? columns - indent.size() : 20;
    for (const auto& line : break_lines(marked.text, room)) {
        out_.write(indent);
        out_.write(highlighted(marked, line, base, palette_));
        out_.write("\n");
    }
}

void TextRenderer::hit(const search::Hit& hit) {
    const std::string rank = std::to_string(hit.rank);
    const std::string indent(std::max<std::size_t>(rank.size(), 2) + 2, ' ');
    MarkedText title = printable_marked(hit.title);
    if (title.text.empty()) {
        const std::string& stored = hit.article.title;
        title = {stored.empty() ? "(no title)" : printable_line(stored), {}};
    }
    out_.write("\n" + std::string(indent.size() - rank.size() - 2, ' ') + rank + ". ");
    out_.write(highlighted(title, {0, title.text.size()}, palette_.title, palette_) + "\n");
    write_wrapped({origin_line(hit, style_.zone), {}}, indent, palette_.faint);
    write_wrapped({names_line(hit), {}}, indent, palette_.faint);
    for (const search::Snippet& snippet : hit.snippets) {
        write_wrapped(with_ellipses(printable_marked(snippet), snippet, style_.utf8), indent, {});
    }
    write_matches(hit, indent);
}

void TextRenderer::write_matches(const search::Hit& hit, const std::string& indent) {
    for (const search::ClauseMatch& match : hit.matches) {
        out_.write(indent + "because of " + printable_line(match.clause) + "\n");
        for (const search::ClausePlace& place : match.places) {
            const std::string entity = place.entity.empty() ? "" : " (" + place.entity + ")";
            out_.write(indent + "  " + printable_line(place.field + ": " + place.value + entity) +
                       "\n");
            if (!place.sentence.text.empty()) {
                write_wrapped(printable_marked(place.sentence), indent + "    ", {});
            }
        }
        if (match.more > 0) {
            out_.write(indent + "  and " + std::to_string(match.more) + " more\n");
        }
    }
}

void TextRenderer::end(const Report& report, const Ending& /*ending*/) {
    std::size_t number = 1;
    for (const search::FacetResult& facet : report.answer.facets) {
        out_.write("\n" + facet_text(facet, style_.at_prompt ? number : 0));
        number += facet.values.size();
    }
    for (const search::PairResult& pairs : report.answer.pairs) {
        out_.write("\n" + pair_text(pairs));
    }
    if (!report.compared.empty()) {
        out_.write("\n" + comparison_text(report));
    }
    if (report.timeline) {
        out_.write("\n" + timeline_text(report, style_));
    }
    if (style_.batch) {
        out_.write("\n");
    }
}

}  // namespace dateline::render
