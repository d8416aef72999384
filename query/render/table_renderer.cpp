// Rows and cells of CSV and TSV.
#include "query/render/table_renderer.hpp"

#include "common/base/printable.hpp"
#include "query/render/timeline_table.hpp"
#include "query/render/tree_words.hpp"
#include "query/search/entities.hpp"

#include <algorithm>
#include <utility>

namespace dateline::render {
namespace {

constexpr std::string_view kListSeparator = "; ";

/// Spreadsheets take a cell that begins like this for a formula, and run it.
constexpr std::string_view kFormulaStarts = "=+-@\t";

std::string snippets_text(const std::vector<search::Snippet>& snippets) {
    std::vector<std::string> texts;
    texts.reserve(snippets.size());
    for (const search::Snippet& snippet : snippets) {
        texts.push_back(snippet.text);
    }
    return joined(texts, " … ");
}

/// Whether any facet has a lift for its values.
bool has_lift(const std::vector<search::FacetResult>& facets) {
    return std::any_of(facets.begin(), facets.end(), [](const auto& facet) { return facet.lift; });
}

}  // namespace

void TableRenderer::begin(const Report& report) {
    query_ = report.id;
    with_lift_ = style_.lift || has_lift(report.answer.facets);
    if (!style_.batch) {
        header();
    }
}

void TableRenderer::header() {
    query_ = "query";
    if (style_.time_table) {
        return;
    }
    if (style_.pair_table) {
        write_row({"pairs",
                   "first",
                   "first_name",
                   "first_articles",
                   "second",
                   "second_name",
                   "second_articles",
                   "articles",
                   "lift",
                   "query"});
    } else if (style_.facet_table) {
        std::vector<std::string> names = {"facet", "value", "name", "articles", "query"};
        if (with_lift_ || style_.lift) {
            names.insert(names.end(), {"lift", "archive_articles"});
        }
        write_row(names);
    } else {
        std::vector<std::string> row = {"rank",
                                        "score",
                                        "id",
                                        "published",
                                        "source",
                                        "section",
                                        "lang",
                                        "title",
                                        "url",
                                        "people",
                                        "places",
                                        "orgs",
                                        "topics",
                                        "snippet"};
        if (style_.changes) {
            row.emplace_back("change");
        }
        write_row(std::move(row));
    }
}

void TableRenderer::hit(const search::Hit& hit) {
    const Article& article = hit.article;
    std::vector<std::string> row = {
        std::to_string(hit.rank),
        score_text(hit.score),
        hit.id,
        article.published ? time::format_published(*article.published) : "",
        article.source,
        article.section,
        article.lang,
        article.title,
        article.url,
        joined(search::names_of(hit.people), kListSeparator),
        joined(search::names_of(hit.places), kListSeparator),
        joined(search::names_of(hit.orgs), kListSeparator),
        joined(article.topics, kListSeparator),
        snippets_text(hit.snippets)};
    if (style_.changes) {
        row.emplace_back(hit.change ? change_name(*hit.change) : "");
    }
    write_row(std::move(row));
}

void TableRenderer::end(const Report& report, const Ending& /*ending*/) {
    if (style_.time_table) {
        for (const std::vector<std::string>& row : time_rows(report)) {
            write_row(row);
        }
        return;
    }
    if (!style_.facet_table) {
        return;
    }
    write_facets(report.answer.facets);
    write_pairs(report.answer.pairs);
}

void TableRenderer::write_facets(const std::vector<search::FacetResult>& facets) {
    for (const search::FacetResult& facet : facets) {
        for (const search::FacetValueCount& value : facet.values) {
            std::vector<std::string> cells = {
                facet.name, value.id, value.name, std::to_string(value.articles), value.query};
            if (with_lift_) {
                cells.push_back(value.lift ? score_text(*value.lift) : "");
                cells.push_back(value.lift ? std::to_string(value.archive_articles) : "");
            }
            write_row(cells);
        }
    }
}

void TableRenderer::write_pairs(const std::vector<search::PairResult>& pairs) {
    for (const search::PairResult& each : pairs) {
        for (const search::PairCount& pair : each.values) {
            write_row({each.name,
                       pair.first.id,
                       pair.first.name,
                       std::to_string(pair.first.articles),
                       pair.second.id,
                       pair.second.name,
                       std::to_string(pair.second.articles),
                       std::to_string(pair.articles),
                       score_text(pair.lift),
                       pair.query});
        }
    }
}

std::string TableRenderer::cell(const std::string& text) const {
    std::string safe = kind_ == Kind::Tsv ? printable_line(text) : printable(text);
    if (style_.safe_cells && !safe.empty() &&
        kFormulaStarts.find(safe.front()) != std::string_view::npos) {
        safe.insert(0, 1, '\'');
    }
    if (kind_ == Kind::Tsv || safe.find_first_of(",\"\n") == std::string::npos) {
        return safe;
    }
    std::string quoted = "\"";
    for (const char c : safe) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

void TableRenderer::write_row(std::vector<std::string> cells) {
    if (style_.batch) {
        cells.insert(cells.begin(), query_);
    }
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            row += kind_ == Kind::Csv ? ',' : '\t';
        }
        row += cell(cells[i]);
    }
    out_.write(row + '\n');
}

}  // namespace dateline::render
