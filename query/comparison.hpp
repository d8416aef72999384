// Other queries beside the one that is asked: `--compare`.
#pragma once

#include "query/parse/tree.hpp"
#include "query/render/renderer.hpp"
#include "query/search/searcher.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dateline::query {

/// A query that cannot be understood.
struct RefusedQuery {
    std::string text;
    std::vector<parse::Problem> errors;  ///< messages name the query
};

/// The queries of `--compare`, read once.
class Comparison {
public:
    /// No queries.
    Comparison() = default;

    /// Reads `texts`. @param read  how one of them is read, as the query beside them
    Comparison(const std::vector<std::string>& texts,
               const std::function<parse::Parsed(const std::string&)>& read);

    /// The first query that cannot be understood, if there is one.
    [[nodiscard]] std::optional<RefusedQuery> refused() const;

    /// Counts the matches of each query, with all of `like` that says what is counted.
    /// None must be refused. Hits of an earlier search can no longer be loaded.
    ///
    /// @throws Error as Searcher::search(); the message of a QuerySyntax error names the query.
    [[nodiscard]] std::vector<render::Report> search(search::Searcher& searcher,
                                                     const search::SearchRequest& like) const;

    [[nodiscard]] const parse::Node& tree(std::size_t number) const {
        return *queries_.at(number).tree;
    }

private:
    std::vector<std::string> texts_;
    std::vector<parse::Parsed> queries_;
};

/// The timeline of `report`, whose answers have counts for one, and of all it is compared with.
/// `request` is what was asked for `report` itself.
///
/// @throws Error (Usage) if it is too long.
[[nodiscard]] search::Timeline timeline_of(const search::SearchRequest& request,
                                           const render::Report& report,
                                           const Comparison& others);

}  // namespace dateline::query
