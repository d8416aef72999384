// Walking the path terms.
#include "common/storage/paths.hpp"

#include "common/schema/fields.hpp"

namespace dateline::storage {

void for_each_path(
    const Xapian::Database& database,
    const std::function<void(const std::string& term, std::string_view path)>& action) {
    const std::string prefix(schema::kPathPrefix);
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        const std::string name = *term;
        action(name, std::string_view(name).substr(prefix.size()));
    }
}

std::string stored_path(const Xapian::Document& document) {
    const std::string prefix(schema::kPathPrefix);
    auto term = document.termlist_begin();
    term.skip_to(prefix);
    if (term == document.termlist_end() || !(*term).starts_with(prefix)) {
        return {};
    }
    return (*term).substr(prefix.size());
}

}  // namespace dateline::storage
