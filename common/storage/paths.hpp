// The terms that name the files of articles.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>

namespace dateline::storage {

/// Calls `action(term, path)` for every file that an article of `database` came from, in byte order
/// of the path. `path` is what stands behind schema::kPathPrefix: a very long one is cut, see
/// schema::make_term(). Throws Xapian's errors.
void for_each_path(
    const Xapian::Database& database,
    const std::function<void(const std::string& term, std::string_view path)>& action);

/// The path of the file that `document` came from; empty if it has none. Throws Xapian's errors.
[[nodiscard]] std::string stored_path(const Xapian::Document& document);

}  // namespace dateline::storage
