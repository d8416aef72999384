// Recognises the collection and reads its records.
#include "indexer/source/text/reuters_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/text/reuters_record.hpp"
#include "indexer/source/text/sgml_records.hpp"

#include <string>
#include <string_view>

namespace dateline::source {
namespace {

constexpr std::string_view kOpen = "<REUTERS ";

/// A window on the stream that slides from record to record.
}  // namespace

int ReutersReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr std::string_view kDocumentType = "<!doctype lewis";
    const std::string_view start = trim(head);
    if (start.starts_with(kOpen) ||
        ascii_lower(start.substr(0, kDocumentType.size())) == kDocumentType) {
        return 100;
    }
    // A piece of a file, cut somewhere. Prose about the format has the tags too, but not at the
    // start of lines.
    const bool is_piece = head.find("\n</REUTERS>\n") != std::string_view::npos &&
                          head.find("\n<REUTERS ") != std::string_view::npos;
    return is_piece ? 60 : 0;
}

void ReutersReader::read(ByteStream& stream,
                         const Locator& origin,
                         const SourceOptions& options,
                         ArticleSink& sink) const {
    const SgmlRecords records{"REUTERS", false, [&](std::string_view record) {
                                  return parse_reuters_record(record, options.dates);
                              }};
    read_sgml_records(stream, origin, options, records, sink);
}

}  // namespace dateline::source
