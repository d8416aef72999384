// Values of one slot, read in the order of documents.
#pragma once

#include "common/schema/fields.hpp"

#include <xapian.h>

#include <optional>
#include <string>

namespace dateline::compile {

/// Reads a slot of ascending docids of one database.
class ValueCursor {
public:
    explicit ValueCursor(schema::Slot slot) : slot_(static_cast<Xapian::valueno>(slot)) {}

    /// The value of `docid`; std::nullopt if it has none.
    [[nodiscard]] std::optional<std::string> value(const Xapian::Database& database,
                                                   Xapian::docid docid) {
        if (!open_ || docid < last_) {
            cursor_ = database.valuestream_begin(slot_);
            open_ = true;
        }
        last_ = docid;
        const Xapian::ValueIterator end = database.valuestream_end(slot_);
        if (cursor_ != end) {
            cursor_.skip_to(docid);
        }
        const bool found = cursor_ != end && cursor_.get_docid() == docid;
        return found ? std::optional(*cursor_) : std::nullopt;
    }

private:
    Xapian::valueno slot_;
    Xapian::ValueIterator cursor_;
    Xapian::docid last_ = 0;
    bool open_ = false;
};

}  // namespace dateline::compile
