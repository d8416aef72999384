// Articles by the numbers of their documents: what was indexed after a revision.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace dateline::search {

/// Matches the documents from `first` to `last` of one shard, with no weight. It may also give
/// numbers of documents that do not exist: use it as a filter of another query.
class DocidRange final : public Xapian::PostingSource {
public:
    DocidRange(Xapian::docid first, Xapian::docid last) : first_(first), last_(last) {}

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override;
    void next(double min_weight) override;
    void skip_to(Xapian::docid docid, double min_weight) override;
    [[nodiscard]] bool at_end() const override { return current_ > last_; }
    [[nodiscard]] Xapian::docid get_docid() const override {
        return static_cast<Xapian::docid>(current_);
    }
    [[nodiscard]] Xapian::PostingSource* clone() const override;
    [[nodiscard]] std::string name() const override { return "dateline::DocidRange"; }
    void init(const Xapian::Database& database) override;
    [[nodiscard]] std::string get_description() const override;

private:
    Xapian::docid first_;
    Xapian::docid last_;
    std::uint64_t current_ = 0;  // 0: before the first; wide, so that the highest docid has a next
    Xapian::doccount articles_ = 0;
};

}  // namespace dateline::search
