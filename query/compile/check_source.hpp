// Conditions that need an article's token stream or values, as part of a Xapian query.
#pragma once

#include "common/schema/fields.hpp"
#include "common/text/token_stream.hpp"
#include "query/compile/deadline.hpp"
#include "query/compile/place_query.hpp"

#include <xapian.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace dateline::compile {

/// A query for every document. Each call makes a new one: Xapian::Query::MatchAll is one object
/// with a reference count that is not atomic, and shards are searched by threads of their own.
[[nodiscard]] Xapian::Query everything();

/// A yes-or-no question about one document of a shard.
class DocumentCheck {
public:
    DocumentCheck() = default;
    DocumentCheck(const DocumentCheck&) = delete;
    DocumentCheck& operator=(const DocumentCheck&) = delete;
    virtual ~DocumentCheck() = default;

    /// Whether document `docid` of `database` passes. @throws Xapian::Error.
    [[nodiscard]] virtual bool passes(const Xapian::Database& database, Xapian::docid docid) = 0;
};

/// The documents that pass `check`, as a query that weighs nothing. Xapian drives it by the terms
/// it is joined to with AND, because it says that it may match every document; alone it tries them
/// all.
[[nodiscard]] Xapian::Query check_query(std::shared_ptr<DocumentCheck> check);

/// `check`, but it throws DeadlinePassed after `deadline`.
[[nodiscard]] std::shared_ptr<DocumentCheck> timed_check(std::shared_ptr<DocumentCheck> check,
                                                         const Deadline& deadline);

/// Words in a row, in `region`, which must not be HeadOrLead: the fast way for what place_check()
/// can answer, too.
[[nodiscard]] std::unique_ptr<DocumentCheck> sequence_check(Region region,
                                                            std::vector<text::CodeSet> sequence);

/// A period that the article speaks of and that lies in [from, to), or that has a day in it if
/// `overlapping`. An end without a value is open.
[[nodiscard]] std::unique_ptr<DocumentCheck> period_check(std::optional<std::chrono::sys_days> from,
                                                          std::optional<std::chrono::sys_days> to,
                                                          bool overlapping);

}  // namespace dateline::compile
