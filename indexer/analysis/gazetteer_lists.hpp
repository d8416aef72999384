// The gazetteer as the tagger asks it.
#pragma once

#include "common/gazetteer/gazetteer.hpp"
#include "indexer/analysis/name_lists.hpp"

namespace dateline::analysis {

/// Names of a gazetteer, which must outlive the object.
class GazetteerLists : public NameLists {
public:
    explicit GazetteerLists(const gazetteer::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
    explicit GazetteerLists(gazetteer::Gazetteer&& gazetteer) = delete;

    [[nodiscard]] ListedName longest(std::span<const std::uint64_t> tokens) const override;

private:
    const gazetteer::Gazetteer& gazetteer_;
};

}  // namespace dateline::analysis
