// What all forms of output have in common: they take a report, its hits one by one, and an end.
#pragma once

#include "query/parse/tree.hpp"
#include "query/render/output.hpp"
#include "query/search/answer.hpp"
#include "query/search/diagnosis.hpp"
#include "query/search/timeline.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::render {

/// Forms of output, as `--format` names them.
enum class Format { Text, Json, JsonLines, Hits, Csv, Tsv, Ids, Trec, Template, Export };

/// Whether answers in `format` are JSON, and errors about a query with them; exported articles are
/// JSON of their own.
[[nodiscard]] constexpr bool is_json(Format format) noexcept {
    return format == Format::Json || format == Format::JsonLines || format == Format::Hits;
}

/// How output looks, as far as the form has a choice.
struct Style {
    bool color = false;          ///< Text: escape sequences for colours (ECMA-48 SGR)
    std::size_t columns = 80;    ///< Text: width of the terminal
    bool safe_cells = false;     ///< Csv, Tsv: cells that a spreadsheet would run get an apostrophe
    bool facet_table = false;    ///< Csv, Tsv: a table of facet values or pairs instead of hits
    bool pair_table = false;     ///< the same: of pairs
    bool lift = false;           ///< the same in a batch: facet values with their lift
    bool time_table = false;     ///< Csv, Tsv: a table of the timeline, or of what is compared
    time::Zone zone{};           ///< Text: in which times are shown
    bool utf8 = true;            ///< Text: bars may be drawn with block elements of Unicode
    bool nul_separated = false;  ///< Ids, Template: each is closed by NUL instead of a line feed
    std::string hit_template{};  ///< Template: as HitTemplate reads it
    bool changes = false;        ///< Csv, Tsv: with a column that says what is new or updated
    bool at_prompt = false;  ///< Text: facet values have numbers, and mentions in an article are
                             ///< in brackets where there are no colours
    bool batch = false;      ///< one answer of many: it says which query it belongs to
};

/// A query and its answer but for the hits.
struct Report {
    std::string id;                        ///< of the query in a batch; else empty
    std::string text;                      ///< the query as typed, any bytes
    std::vector<parse::Problem> warnings;  ///< of the parser
    search::Answer answer;
    std::string next{};         ///< cursor of the next page; empty if there is none
    bool bag_of_words = false;  ///< read by parse::read_bag_of_words()
    std::string asked{};   ///< the query as it was understood, where the answer is to a relaxed one
    bool relaxed = false;  ///< whether the answer is to the first suggestion of the diagnosis
    std::optional<search::Diagnosis> diagnosis{};  ///< if the query as asked finds nothing
    std::optional<search::Spelling> spelling{};    ///< what the query may have been meant as
    search::Explanation explanation{};             ///< the steps to explain
    std::optional<parse::Node> explained;          ///< the tree, if the reading is to be explained

    /// The first series is of this query, the others are of `compared`, in their order.
    std::optional<search::Timeline> timeline{};
    std::vector<Report> compared{};  ///< other queries; nothing is asked of their hits
};

/// What is known when the last hit is printed.
struct Ending {
    std::uint64_t hits = 0;                         ///< printed
    std::optional<std::chrono::milliseconds> took;  ///< since the start, if it is to be printed
};

/// Gives hits one by one, so that a million of them take no memory.
class HitSource {
public:
    HitSource() = default;
    HitSource(const HitSource&) = delete;
    HitSource& operator=(const HitSource&) = delete;
    HitSource(HitSource&&) = delete;
    HitSource& operator=(HitSource&&) = delete;
    virtual ~HitSource() = default;

    /// The next hit; std::nullopt after the last one.
    [[nodiscard]] virtual std::optional<search::Hit> next() = 0;
};

/// One form of output. The calls come in the order begin(), hit() for each hit, end(); all may
/// throw what Output::write() throws. The report must be the same object in all calls.
class Renderer {
public:
    Renderer() = default;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    Renderer(Renderer&&) = delete;
    Renderer& operator=(Renderer&&) = delete;
    virtual ~Renderer() = default;

    /// Writes what comes before the hits.
    virtual void begin(const Report& report) = 0;
    /// Writes one hit.
    virtual void hit(const search::Hit& hit) = 0;
    /// Writes what comes after the hits.
    virtual void end(const Report& report, const Ending& ending) = 0;
};

/// Writes what comes once before all answers of a batch: the header row of a table.
void begin_batch(Format format, const Style& style, Output& out);

/// A renderer of `format` that writes to `out`, which must outlive it.
[[nodiscard]] std::unique_ptr<Renderer> make_renderer(Format format,
                                                      const Style& style,
                                                      Output& out);

/// Writes the hits of `source` as `renderer` does, between its begin() and its end(), which gets
/// what `took` gives then.
///
/// @param took  called once, after the last hit
/// @return the number of hits
template <typename Took>
std::uint64_t render(Renderer& renderer, const Report& report, HitSource& source, Took took) {
    renderer.begin(report);
    Ending ending;
    while (const std::optional<search::Hit> hit = source.next()) {
        renderer.hit(*hit);
        ++ending.hits;
    }
    ending.took = took();
    renderer.end(report, ending);
    return ending.hits;
}

}  // namespace dateline::render
