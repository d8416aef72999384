// Cursors over value streams.
#include "query/compile/value_cursor.hpp"

#include "common/base/error.hpp"
#include "common/storage/index_document.hpp"

#include <utility>

namespace dateline::compile {

std::optional<std::string> ValueCursor::value(const Xapian::Database& database,
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

text::TokenStream StreamCursor::stream(const Xapian::Database& database, Xapian::docid docid) {
    if (auto in_slot = cursor_.value(database, docid)) {
        bytes_ = *std::move(in_slot);
    } else {
        const std::string data = database.get_document(docid).get_data();
        bytes_ = storage::unpack_data(data).large_stream;
    }
    std::optional<text::TokenStream> stream = text::read_token_stream(bytes_);
    if (!stream) {
        refuse_damaged("a token stream of the index");
    }
    return *std::move(stream);
}

void refuse_damaged(const std::string& what) {
    throw Error(ErrorCode::IndexDamaged,
                what + " cannot be read",
                "run dateline-index --verify, and index the articles again if it reports damage");
}

}  // namespace dateline::compile
