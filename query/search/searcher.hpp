// Runs queries against an index.
#pragma once

#include "query/search/answer.hpp"
#include "query/search/diagnosis.hpp"
#include "query/search/shard_threads.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

/// Answers queries on one index. Not thread-safe. A writer may commit meanwhile: searches start
/// again on the newer state, and hits that were deleted since are reported as missing.
class Searcher {
public:
    /// Opens the index at `folder`. @throws Error IndexMissing, IndexDamaged, IndexIncompatible.
    explicit Searcher(const std::filesystem::path& folder, Threads threads = Threads::OnePerShard);

    /// Opens several indexes, at least one, to search them as one. An article that several of them
    /// hold is found, counted and shown as the first of them has it.
    explicit Searcher(std::vector<std::filesystem::path> folders,
                      Threads threads = Threads::OnePerShard);
    ~Searcher();
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;

    /// Opens the index anew if a writer has published another state of it meanwhile; the hits of
    /// the last answer can no longer be loaded then. @throws as opening does.
    void refresh();

    /// Finds, counts and ranks. All counts are exact. The hits of the answer are frozen and can be
    /// loaded until the next call.
    ///
    /// @throws Error QuerySyntax (a wildcard or a name with too many expansions), or as opening
    /// does.
    [[nodiscard]] Answer search(const SearchRequest& request);

    /// Why the last search found nothing, which it must have done. @throws Error as opening does.
    [[nodiscard]] Diagnosis diagnose();

    /// What the last search may have been meant as, if it found `found` articles, at most
    /// kFewArticles, and another spelling finds more. @throws Error as opening does.
    [[nodiscard]] std::optional<Spelling> check_spelling(std::uint64_t found);

    /// Loads `parts` of hit number `number` (0-based, below Answer::hits) of the last search;
    /// nothing if the article has been removed from the index since.
    [[nodiscard]] std::optional<Hit> load_hit(std::size_t number, HitParts parts = HitParts::All);

    /// The article with public id `id`, a unique beginning of one (4 digits at least), or, where no
    /// public id fits, the given id `id`.
    ///
    /// @throws Error (QuerySyntax) if several articles fit, listing them.
    [[nodiscard]] std::optional<Hit> find_article(std::string_view id);

    /// The index as it is now.
    [[nodiscard]] IndexInfo info() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::search
