// Conditions that need an article's token stream or text, as part of a Xapian query.
#pragma once

#include "common/storage/index_reader.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/token_stream.hpp"
#include "common/text/tokenizer.hpp"
#include "query/compile/deadline.hpp"
#include "query/compile/query_words.hpp"

#include <xapian.h>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::compile {

/// A query for every document. Each call makes a new one: Xapian::Query::MatchAll is one object
/// with a reference count that is not atomic, and shards are searched by threads of their own.
[[nodiscard]] Xapian::Query everything();

/// The part of an article in which words are looked for.
enum class Region { All, Title, Lead, Body };

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

/// Words in a row, in `region`.
[[nodiscard]] std::unique_ptr<DocumentCheck> sequence_check(Region region,
                                                            std::vector<text::CodeSet> sequence);

/// Any word in `region` that is a stem of `token` in the language of the article, or has one of
/// them. `ordinals` belongs to the shard and must outlive the check.
[[nodiscard]] std::unique_ptr<DocumentCheck> stem_check(Region region,
                                                        QueryToken token,
                                                        const storage::OrdinalTable& ordinals);

/// A period that the article speaks of and that lies in [from, to), or that has a day in it if
/// `overlapping`. An end without a value is open.
[[nodiscard]] std::unique_ptr<DocumentCheck> period_check(std::optional<std::chrono::sys_days> from,
                                                          std::optional<std::chrono::sys_days> to,
                                                          bool overlapping);

/// Words in a row in their exact forms (diacritics kept), in `region`, read from the stored text.
[[nodiscard]] std::unique_ptr<DocumentCheck> exact_check(Region region,
                                                         std::vector<std::string> exact_forms);

}  // namespace dateline::compile
