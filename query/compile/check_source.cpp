// Posting sources that look into token streams and other values.
#include "query/compile/check_source.hpp"

#include "query/compile/value_cursor.hpp"

#include <algorithm>
#include <utility>

namespace dateline::compile {
namespace {

std::string_view codes_in(const text::TokenStream& stream, Region region) {
    switch (region) {
        case Region::All:
            return stream.all;
        case Region::Title:
            return stream.title;
        case Region::Lead:
            return stream.lead;
        case Region::Body:
            return stream.body;
        case Region::HeadOrLead:
            break;  // not one stretch of codes: see place_check()
    }
    return stream.all;
}

class SequenceCheck final : public DocumentCheck {
public:
    SequenceCheck(Region region, std::vector<text::CodeSet> sequence)
        : region_(region), sequence_(std::move(sequence)) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        return text::contains_sequence(codes_in(cursor_.stream(database, docid), region_),
                                       sequence_);
    }

private:
    Region region_;
    std::vector<text::CodeSet> sequence_;
    StreamCursor cursor_;
};

class PeriodCheck final : public DocumentCheck {
public:
    PeriodCheck(std::optional<std::chrono::sys_days> from,
                std::optional<std::chrono::sys_days> to,
                bool overlapping)
        : from_(from), to_(to), overlapping_(overlapping) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const std::vector<schema::Period> periods =
            schema::decode_periods(cursor_.value(database, docid).value_or(std::string()));
        return std::any_of(periods.begin(), periods.end(), [this](const schema::Period& period) {
            const std::chrono::sys_days first = overlapping_ ? period.to : period.from;
            const std::chrono::sys_days last = overlapping_ ? period.from : period.to;
            return (!from_ || first >= *from_) && (!to_ || last < *to_);
        });
    }

private:
    std::optional<std::chrono::sys_days> from_;
    std::optional<std::chrono::sys_days> to_;
    bool overlapping_;
    ValueCursor cursor_{schema::Slot::Event};
};

/// Presents a check to Xapian's matcher.
class CheckSource final : public Xapian::PostingSource {
public:
    explicit CheckSource(std::shared_ptr<DocumentCheck> check) : check_(std::move(check)) {}

    void init(const Xapian::Database& database) override {
        database_ = database;
        has_candidates_ = false;
        at_match_ = false;
        docid_ = 0;
        at_end_ = false;
    }

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
        return database_.get_doccount();
    }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
        return database_.get_doccount();
    }

    void next(double /*min_weight*/) override { move_to(docid_ + 1); }

    void skip_to(Xapian::docid docid, double /*min_weight*/) override {
        if (docid > docid_ || !at_match_) {
            move_to(docid);
        }
    }

    bool check(Xapian::docid docid, double /*min_weight*/) override {
        docid_ = docid;
        at_match_ = check_->passes(database_, docid);
        return at_match_;
    }

    [[nodiscard]] bool at_end() const override { return at_end_; }
    [[nodiscard]] Xapian::docid get_docid() const override { return docid_; }
    [[nodiscard]] std::string name() const override { return "dateline::CheckSource"; }

    // Xapian takes ownership of the raw pointer.
    [[nodiscard]] PostingSource* clone() const override { return new CheckSource(check_); }

private:
    void move_to(Xapian::docid docid) {
        if (!has_candidates_) {
            candidates_ = database_.postlist_begin("");
            has_candidates_ = true;
        }
        const Xapian::PostingIterator end = database_.postlist_end("");
        if (candidates_ != end) {
            candidates_.skip_to(docid);
        }
        while (candidates_ != end && !check_->passes(database_, *candidates_)) {
            ++candidates_;
        }
        at_end_ = candidates_ == end;
        at_match_ = !at_end_;
        docid_ = at_end_ ? docid_ : *candidates_;
    }

    std::shared_ptr<DocumentCheck>
        check_;  // shared by the clones that Xapian makes, one in use at a time
    Xapian::Database database_;
    Xapian::PostingIterator candidates_;
    bool has_candidates_ = false;
    bool at_match_ = false;  ///< docid_ is a document that passes
    bool at_end_ = false;
    Xapian::docid docid_ = 0;
};

class TimedCheck : public DocumentCheck {
public:
    TimedCheck(std::shared_ptr<DocumentCheck> check, const Deadline& deadline)
        : check_(std::move(check)), deadline_(deadline) {}

    [[nodiscard]] bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        check_deadline(deadline_);
        return check_->passes(database, docid);
    }

private:
    std::shared_ptr<DocumentCheck> check_;
    Deadline deadline_;
};

}  // namespace

Xapian::Query everything() {
    return Xapian::Query(std::string());
}

Xapian::Query check_query(std::shared_ptr<DocumentCheck> check) {
    return Xapian::Query((new CheckSource(std::move(check)))->release());
}

std::shared_ptr<DocumentCheck> timed_check(std::shared_ptr<DocumentCheck> check,
                                           const Deadline& deadline) {
    return std::make_shared<TimedCheck>(std::move(check), deadline);
}

std::unique_ptr<DocumentCheck> sequence_check(Region region, std::vector<text::CodeSet> sequence) {
    return std::make_unique<SequenceCheck>(region, std::move(sequence));
}

std::unique_ptr<DocumentCheck> period_check(std::optional<std::chrono::sys_days> from,
                                            std::optional<std::chrono::sys_days> to,
                                            bool overlapping) {
    return std::make_unique<PeriodCheck>(from, to, overlapping);
}

}  // namespace dateline::compile
