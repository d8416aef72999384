// A mail message made an article (RFC 5322; MIME: RFC 2045 to 2047).
#pragma once

#include "indexer/source/html/html_page.hpp"
#include "indexer/source/reader.hpp"

#include <string>
#include <string_view>

namespace dateline::source {

/// Reads a message.
///
/// The title is the Subject, the id the Message-ID, the date the Date, or the newest Received if
/// there is none. From is the author; of a message from a list (List-Id, List-Unsubscribe,
/// `Precedence: bulk`) it is the source, and `Jane Roe via Example Wire` is both.
///
/// Of several forms of the same text (`multipart/alternative`) the one with more letters and digits
/// is taken; other parts that are text follow each other. Files that are attached are left out and
/// counted: warning `attachments_left_out`. A page that a browser has saved as a message (MHTML) is
/// read by read_page(), with the address it states. Other warnings: `repaired_utf8`, `bad_date`,
/// `too_deep` (parts inside parts).
///
/// @param bytes  header and body
[[nodiscard]] ReadPage read_message(std::string_view bytes, const SourceOptions& options);

/// Whether `bytes` is the note to itself that a mail program keeps at the head of an mbox file.
[[nodiscard]] bool is_folder_note(std::string_view bytes);

}  // namespace dateline::source
