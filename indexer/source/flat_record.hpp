// Records whose fields have the names that people give to the parts of an article, whatever format
// they come in: objects of JSON, rows of a table.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A part of an article.
enum class Part {
    Id,
    Title,
    Body,
    Published,
    Modified,
    Authors,
    Source,
    Section,
    Url,
    Lang,
    Topics,
    Places,
    People,
    Orgs,
    Dateline,
    Collection,
};
inline constexpr std::size_t kParts = 16;

/// What a field's name says of it.
struct Meaning {
    Part part;
    int rank;  ///< of several fields for one part the lowest wins
};

/// The rank of a field that the user names for a part: it wins over all others.
inline constexpr int kMappedRank = -1;

/// What a field called `name` holds: `headline`, `Publication Date`, `pub-date`, `Titel`. Case does
/// not matter, and blanks, hyphens and full stops are as good as underscores; std::nullopt if the
/// name is not known. The names of parts that --map takes are among them.
[[nodiscard]] std::optional<Meaning> meaning_of(std::string_view name);

/// The fields of one record by the parts of an article that they are for.
class FlatRecord {
public:
    /// What a field holds: one text, or a list of them.
    struct Value {
        std::vector<std::string> texts;
        bool is_list = false;  ///< else topics and names are parted at commas
    };

    /// Takes `value` for a part, unless one of lower or the same rank is there.
    void offer(Meaning meaning, Value value);

    /// Whether a value of at most `rank` is there already.
    [[nodiscard]] bool holds(Meaning meaning) const;

    /// The value of a part; empty if there is none.
    [[nodiscard]] const Value& operator[](Part part) const {
        return slots_[static_cast<std::size_t>(part)].value;
    }

private:
    struct Slot {
        Value value;
        int rank = 0;
        bool filled = false;
    };
    std::array<Slot, kParts> slots_;
};

/// The article that `record` states: mark-up in values is resolved, dates are read as
/// options.dates says (`bad_date`), and headlines repeated at the head of the body are left out.
/// Title and paragraphs may be empty. Does not set locator and format.
[[nodiscard]] Article article_of_record(const FlatRecord& record, const SourceOptions& options);

}  // namespace dateline::source
