// The table of joined entities: which ids of an index are one person or organisation.
//
// A file `joins.tsv` in the index folder: the line `dateline-joins 1`, then one line for each id
// that belongs to another one, in byte order: the id, the canonical id, why, and the canonical
// name, with tabs between. No id is member and canonical both. The articles know nothing of it: it
// is made from the names of the index and applied when a query is answered. No file: nothing is
// joined.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::entities {

/// One id that is joined to another. Ids have their type letter: `P:v-putin`.
struct Join {
    std::string member;
    std::string canonical;
    std::string reason;  ///< small letters and `_`: `initials`
    std::string name;    ///< of the canonical entity

    friend bool operator==(const Join&, const Join&) = default;
    friend auto operator<=>(const Join&, const Join&) = default;
};

/// The table of the index at `index`.
[[nodiscard]] std::filesystem::path join_table_path(const std::filesystem::path& index);

/// The bytes of a table of `joins`, of which no two have one member. Tabs and line ends in names
/// become blanks.
[[nodiscard]] std::string write_join_table(std::vector<Join> joins);

/// The joins in `bytes`, in byte order of the member.
///
/// @param name  of the file, for messages
/// @throws Error (IndexDamaged) for anything that write_join_table() does not write.
[[nodiscard]] std::vector<Join> read_join_table(std::string_view bytes, const std::string& name);

/// The bytes of the table of the index at `index`; empty if there is none.
/// @throws Error (IndexDamaged) if it cannot be read.
[[nodiscard]] std::string load_join_table(const std::filesystem::path& index);

}  // namespace dateline::entities
