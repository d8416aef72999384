// Words for Xapian's errors.
#include "common/storage/xapian_errors.hpp"

namespace dateline::storage {

void throw_translated(const Xapian::Error& error, const std::string& object) {
    const std::string detail =
        error.get_msg() + (error.get_error_string() != nullptr
                               ? std::string(" (") + error.get_error_string() + ")"
                               : std::string());
    const std::string type = error.get_type();
    if (type == "DatabaseLockError") {
        throw Error(ErrorCode::IndexLocked,
                    "'" + object + "' is being written by another process: " + detail,
                    "wait until it has finished, or use --wait SECONDS");
    }
    if (type == "DatabaseVersionError") {
        throw Error(ErrorCode::IndexIncompatible,
                    "cannot open '" + object + "': " + detail,
                    "index the articles again with this version");
    }
    if (type == "DatabaseNotFoundError") {
        throw Error(ErrorCode::IndexDamaged,
                    "a shard of the index is missing: '" + object + "': " + detail,
                    "restore the folder from a backup, or index the articles again");
    }
    // A table that is cut short is a plain DatabaseError: "EOF reading block 2", "Error reading
    // block 2".
    const bool unreadable =
        type == "DatabaseError" && detail.find(" reading ") != std::string::npos;
    if (unreadable || type == "DatabaseCorruptError" || type == "DatabaseOpeningError") {
        throw Error(
            ErrorCode::IndexDamaged,
            "cannot read '" + object + "': " + detail,
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    if (type == "DatabaseCreateError" || type == "DatabaseError") {
        throw Error(ErrorCode::Unwritable,
                    "cannot write '" + object + "': " + detail,
                    "check free disk space and permissions; the last commit is intact");
    }
    throw Error(ErrorCode::Internal,
                "unexpected " + type + " on '" + object + "': " + detail,
                "please report this as a bug");
}

}  // namespace dateline::storage
