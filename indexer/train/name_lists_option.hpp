// The option --gazetteer of the commands that tag.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/gazetteer_lists.hpp"
#include "indexer/train/arguments.hpp"

#include <memory>
#include <string>

namespace dateline::train {

/// An open gazetteer, as the tagger asks it.
class OpenLists {
public:
    /// Opens the file that `--gazetteer` names, or else the one that belongs to the program; none
    /// for `--gazetteer none`.
    ///
    /// @throws Error (InputUnreadable) if it cannot be opened.
    explicit OpenLists(const Arguments& arguments);

    /// Null without a gazetteer; lives as long as the object.
    [[nodiscard]] const analysis::NameLists* get() const noexcept { return lists_.get(); }

    /// The gazetteer itself; null without one.
    [[nodiscard]] const gazetteer::Gazetteer* gazetteer() const noexcept {
        return gazetteer_.get();
    }

    /// Gazetteer::version(), or `none`.
    [[nodiscard]] std::string version() const;

private:
    std::unique_ptr<gazetteer::Gazetteer> gazetteer_;
    std::unique_ptr<analysis::GazetteerLists> lists_;
};

}  // namespace dateline::train
