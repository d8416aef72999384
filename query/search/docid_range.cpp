// A posting list that is counted, not read.
#include "query/search/docid_range.hpp"

#include <algorithm>

namespace dateline::search {

Xapian::doccount DocidRange::get_termfreq_max() const {
    return last_ < first_ ? 0 : std::min(articles_, last_ - first_ + 1);
}

void DocidRange::next(double /*min_weight*/) {
    current_ = std::max<std::uint64_t>(current_ + 1, first_);
}

void DocidRange::skip_to(Xapian::docid docid, double /*min_weight*/) {
    current_ = std::max<std::uint64_t>({current_, docid, first_});
}

Xapian::PostingSource* DocidRange::clone() const {
    return new DocidRange(first_, last_);  // NOLINT: Xapian owns what clone() gives
}

void DocidRange::init(const Xapian::Database& database) {
    current_ = 0;
    articles_ = database.get_doccount();
}

std::string DocidRange::get_description() const {
    return "DocidRange(" + std::to_string(first_) + ".." + std::to_string(last_) + ")";
}

}  // namespace dateline::search
