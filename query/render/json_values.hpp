// The parts of `dateline.result/1`, each as JSON text on one line. Ill-formed UTF-8 is replaced.
#pragma once

#include "query/parse/tree.hpp"
#include "query/render/renderer.hpp"
#include "query/search/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::render {

/// `text` as a JSON string.
[[nodiscard]] std::string string_json(std::string_view text);

/// `hit` as an object; its first key is `schema` (`dateline.hit/1`) if `with_schema`, then `query`
/// unless that is empty. Empty strings become null; the score has three decimals.
[[nodiscard]] std::string hit_json(const search::Hit& hit,
                                   bool with_schema,
                                   std::string_view query = {});

/// All facets as one object, by their names as asked.
[[nodiscard]] std::string facets_json(const std::vector<search::FacetResult>& facets);

/// All pairs as one object, by their names as asked.
[[nodiscard]] std::string pairs_json(const std::vector<search::PairResult>& pairs);

/// How the query was read: text, canonical form, warnings (stop words that were left out are one
/// of them), names, and the zone whose days are meant unless it is UTC.
[[nodiscard]] std::string query_json(const Report& report);

/// Which index answered.
[[nodiscard]] std::string index_json(const search::IndexInfo& index);

/// Where names and open words stand that are to be explained.
enum class NamesIn { Query, Explanation };

/// The parts of an explanation: the tree, the query as Xapian writes it, and what the names stand
/// for if that is not in query_json().
[[nodiscard]] std::string explain_json(const Report& report, NamesIn names = NamesIn::Query);

/// `dateline.error/1` for the problems of the query `text`, of which there is at least one: the
/// first is `error`, further ones are in `more`. `id` is what the query is called, if anything.
[[nodiscard]] std::string error_json(std::string_view text,
                                     const std::vector<parse::Problem>& problems,
                                     std::string_view id = {});

/// `dateline.error/1` for a query that failed for another reason than its syntax: no place in it.
/// `code` is the stable name of the reason; an empty `hint` is null.
[[nodiscard]] std::string error_json(std::string_view text,
                                     std::string_view code,
                                     std::string_view message,
                                     std::string_view hint,
                                     std::string_view id);

/// The same for what `error` says.
[[nodiscard]] std::string error_json(std::string_view text,
                                     const Error& error,
                                     std::string_view id = {});

}  // namespace dateline::render
