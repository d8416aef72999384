// Finds the people, places, organisations and dates that articles speak of.
#pragma once

#include "common/article/article.hpp"
#include "common/entities/entities_file.hpp"
#include "common/time/date_reading.hpp"

#include <memory>
#include <string>

namespace dateline::analysis {

/// The gazetteer, the model and the rules, opened once. Safe to use from several threads at once.
class EntityFinder {
public:
    /// Opens the gazetteer and the model that are installed with the program.
    ///
    /// @param file  what the user says about names, see UserEntities
    /// @throws Error (InputUnreadable) if one of them is missing, damaged or of another version
    explicit EntityFinder(const entities::EntitiesFile& file = {});
    EntityFinder(const EntityFinder&) = delete;
    EntityFinder& operator=(const EntityFinder&) = delete;
    ~EntityFinder();

    /// Sets the mentions of `article`, whose language must be settled: finds names and dates in its
    /// full_text(), says which person, place or organisation each name means, and what the names
    /// mean that the source gives beside the text. Mentions that is_extracted() holds for are found
    /// anew; others stay, and nothing is found where they are. Ordered by their place in the text,
    /// those of given names last.
    ///
    /// Its quotes are found in the same way, see find_quotes().
    ///
    /// A pure function of the article and version().
    ///
    /// @param order  of dates that are digits only; if unstated, that of the article's language
    void find(Article& article, time::DateOrder order = time::DateOrder::Unstated) const;

    /// Differs whenever find() may give another result: for content hashes and manifests.
    [[nodiscard]] const std::string& version() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline::analysis
