// Values of ascending documents, read in one pass.
#pragma once

#include "common/schema/fields.hpp"
#include "common/text/token_stream.hpp"

#include <xapian.h>

#include <optional>
#include <string>

namespace dateline::compile {

/// Reads a slot of documents of one database, best in ascending order.
class ValueCursor {
public:
    explicit ValueCursor(schema::Slot slot) : slot_(static_cast<Xapian::valueno>(slot)) {}

    /// The value of `docid`; std::nullopt if it has none.
    [[nodiscard]] std::optional<std::string> value(const Xapian::Database& database,
                                                   Xapian::docid docid);

private:
    Xapian::valueno slot_;
    Xapian::ValueIterator cursor_;
    Xapian::docid last_ = 0;
    bool open_ = false;
};

/// Reads the token streams of documents of one database, best in ascending order.
class StreamCursor {
public:
    /// The stream of `docid`; valid until the next call.
    /// @throws Error (IndexDamaged) if it cannot be read.
    [[nodiscard]] text::TokenStream stream(const Xapian::Database& database, Xapian::docid docid);

private:
    ValueCursor cursor_{schema::Slot::TokenStream};
    std::string bytes_;
};

/// Says that `what` of the index cannot be read, and what to do.
/// @throws Error (IndexDamaged), always.
[[noreturn]] void refuse_damaged(const std::string& what);

}  // namespace dateline::compile
