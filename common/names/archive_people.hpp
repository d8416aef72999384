// Which persons of an archive are one, by their names: what is applied at query time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::names {

/// A person of an index.
struct ArchivePerson {
    std::string id;    ///< `P:` and a slug; no two persons have the same
    std::string name;  ///< as shown
    std::uint32_t articles = 0;

    /// Ids that stand in the same articles: organisations, people, small places. Without those that
    /// stand in a good part of all articles, which say nothing. May be empty.
    std::vector<std::string> companions;
};

/// One person who is taken for another.
struct ArchiveJoin {
    std::string id;
    std::string canonical_id;  ///< of the person in the most articles, who is in no join
    std::string reason;        ///< as name_relation_name() says, or `bare` for a surname alone

    friend bool operator==(const ArchiveJoin&, const ArchiveJoin&) = default;
};

/// One person who may be another, or one of several: for somebody to decide.
struct DoubtfulJoin {
    std::string id;
    std::vector<std::string> others;  ///< by id
    std::string reason;               ///< as in ArchiveJoin, of the surest

    friend bool operator==(const DoubtfulJoin&, const DoubtfulJoin&) = default;
};

/// Result of join_archive_people(); both lists are sorted by id.
struct ArchiveJoins {
    std::vector<ArchiveJoin> joins;
    std::vector<DoubtfulJoin> doubtful;
};

/// How many persons with one word at one place of their names (a surname, a given name) are
/// compared; of a surname that more have none is joined, and none is doubtful.
inline constexpr std::size_t kMostNamesakes = 2'000;

/// Finds names of one person: `V. Putin`, `Vladimir V. Putin`, `Putin Vladimir`, `Vladimir Putin`.
/// A name joins a fuller one only if all fuller names that it fits are one person: with a
/// `George W. Bush` and a `George H. W. Bush`, `George Bush` is doubtful. Further:
///
///  - names with the same words, with a middle name more, with initials, or in another spelling
///    join, unless both have five companions or more and none in common;
///  - the other order too, if one of two names alone is a usual given name, else as the next;
///  - a part of a longer name, another form of the given name (Mike, Michael), and a surname alone
///    join only with a common companion.
///
/// What is not joined for want of evidence is doubtful. The result does not depend on the order of
/// `people`.
[[nodiscard]] ArchiveJoins join_archive_people(std::span<const ArchivePerson> people);

}  // namespace dateline::names
