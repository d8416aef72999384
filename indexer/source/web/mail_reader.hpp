// The reader of mail: newsletters as single messages and as folders of them.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The format `mail`: a message (eml, MHTML; RFC 5322), or an mbox file (RFC 4155; the variants
/// mboxo and mboxrd) of any size, in memory bounded by one message.
///
/// In an mbox file a message begins with a line `From ` after an empty line (or at the start) and
/// before a line that begins a header: mailers that quote such lines in texts as `>From `, as they
/// should, and those that do not, are both read. One `>` is removed from the quoted ones.
///
/// Rejects: `too_long`, and those of read_page() for saved pages. The note that mail programs keep
/// in a folder is skipped as `folder_note`.
[[nodiscard]] const Reader& mail_reader();

}  // namespace dateline::source
