// Answers for people to read.
#pragma once

#include "query/render/marked_text.hpp"
#include "query/render/renderer.hpp"

namespace dateline::render {

/// Writes how the query was read, then the hits with snippets wrapped to the width of the terminal,
/// then the facets. All that comes from articles or the query is made safe for a terminal.
class TextRenderer : public Renderer {
public:
    /// @param out  must outlive the renderer
    TextRenderer(const Style& style, Output& out)
        : style_(style), palette_(palette(style.color)), out_(out) {}

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& report, const Ending& ending) override;

private:
    void write_explanation(const Report& report);
    void write_names(const search::Answer& answer);
    void write_matches(const search::Hit& hit, const std::string& indent);
    void write_added(std::string_view label, const std::vector<search::AddedClause>& clauses);
    void write_wrapped(const MarkedText& marked, std::string_view indent, std::string_view base);

    Style style_;
    Palette palette_;
    Output& out_;
};

/// The line that says how a query was read: `interest AND rates · 312 articles · by relevance · 10
/// shown`, without a line end, safe for a terminal.
[[nodiscard]] std::string head_line(const search::Answer& answer);

/// Why a clause with a name stands for no entity: `nothing of that name`, or where it is only
/// mentioned.
[[nodiscard]] std::string no_name_words(const search::ResolvedName& name);

/// How a name was read: `person:trump = Donald Trump 288, Melania Trump 9`, without a line end,
/// safe for a terminal.
[[nodiscard]] std::string name_line(const search::ResolvedName& name);

/// The words that a clause with `*` or `~` stands for:
/// `sanctoin~2 = sanction 240, sanctions 120`.
[[nodiscard]] std::string word_line(const search::Expansion& expansion);

/// A publication time for people, by the clocks of `zone`: `2025-08-15 20:11Z`,
/// `2025-08-15 22:11+02:00`, or as much of the date as was stated.
[[nodiscard]] std::string short_time(const time::Published& published, const time::Zone& zone = {});

}  // namespace dateline::render
