// See the header.
#include "indexer/train/name_lists_option.hpp"

namespace dateline::train {

OpenLists::OpenLists(const Arguments& arguments) {
    using gazetteer::Gazetteer;
    const std::string path = arguments.value("gazetteer", "");
    if (path == "none") {
        return;
    }
    gazetteer_ =
        std::make_unique<Gazetteer>(path.empty() ? Gazetteer::open_installed() : Gazetteer(path));
    lists_ = std::make_unique<analysis::GazetteerLists>(*gazetteer_);
}

std::string OpenLists::version() const {
    return gazetteer_ ? gazetteer_->version() : "none";
}

}  // namespace dateline::train
