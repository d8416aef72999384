// Answers as tables for spreadsheets and scripts.
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <vector>

namespace dateline::render {

/// Writes a header row, then a row for each hit (or, on request, for each facet value, each pair or
/// each period of a timeline).
///
/// Csv follows RFC 4180, but lines end with a line feed alone. In Tsv, tabs and line ends inside of
/// cells become spaces. Control characters are made visible in both. Several values in one cell are
/// joined by `; `.
class TableRenderer : public Renderer {
public:
    enum class Kind { Csv, Tsv };

    /// @param out  must outlive the renderer
    TableRenderer(Kind kind, const Style& style, Output& out)
        : kind_(kind), style_(style), out_(out) {}

    /// Writes the header row.
    void header();

    void begin(const Report& report) override;
    void hit(const search::Hit& hit) override;
    void end(const Report& report, const Ending& ending) override;

private:
    [[nodiscard]] std::string cell(const std::string& text) const;
    void write_facets(const std::vector<search::FacetResult>& facets);
    void write_pairs(const std::vector<search::PairResult>& pairs);
    void write_row(std::vector<std::string> cells);

    Kind kind_;
    Style style_;
    Output& out_;
    std::string query_;       // its id, in a batch
    bool with_lift_ = false;  // whether facet values have it
};

}  // namespace dateline::render
