// Cuts a stream of SGML into records, with bounded memory however broken the stream is.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <functional>
#include <string_view>

namespace dateline::source {

/// The records of a format.
struct SgmlRecords {
    std::string_view element;        ///< a record is what stands between its tags; in capitals
    bool tolerate_unclosed = false;  ///< a record ends where the next begins, or the input: the
                                     ///< warning is `unclosed_tag`
    /// The article in the bytes from `<ELEMENT` to before `</ELEMENT>`; locator and format are set
    /// by the caller.
    std::function<Article(std::string_view)> parse;
};

/// Reads the records of `stream`, one in memory at a time, and gives them to `sink`. The element's
/// name is in capitals, or in small letters in the whole of a stream. Rejected, each with its
/// offset: a record that is not closed before the next one or the end (`unclosed_record`, unless
/// that is tolerated), one longer than Limits::article_bytes (`too_long`), and text between records
/// that is no declaration (`stray_text`). Reading goes on at the next start tag.
///
/// @throws StreamFailure as the stream does, after the records before it
void read_sgml_records(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       const SgmlRecords& records,
                       ArticleSink& sink);

}  // namespace dateline::source
