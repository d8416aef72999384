// TREC and LDC collections of news: many <DOC> records a file.
#include "indexer/source/text/trec_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/input/record_decoder.hpp"
#include "indexer/source/text/sgml_records.hpp"
#include "indexer/source/text/trec_record.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace dateline::source {
namespace {

class TrecReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "trec"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "TREC and LDC SGML: <DOC> records of AP, WSJ, FT, LA Times, AQUAINT, Gigaword";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

bool begins_record(std::string_view text) {
    for (const std::string_view tag : {"<doc>", "<doc id=", "<doc docid=", "<doc\n", "<doc\r"}) {
        if (text.starts_with(tag)) {
            return true;
        }
    }
    return false;
}

int TrecReader::sniff(std::string_view head, std::string_view /*path*/) const {
    constexpr std::size_t looked_at_bytes = 16U << 10U;
    const std::string lower = ascii_lower(head.substr(0, looked_at_bytes));
    const std::string_view text = trim(lower);
    const bool numbered = text.find("<docno>") != std::string_view::npos ||
                          text.find("<docid>") != std::string_view::npos;
    if (begins_record(text)) {
        const bool typed = text.starts_with("<doc id=");
        return numbered ? 100 : (typed ? 95 : 60);
    }
    // Behind a declaration, or a piece of a file that was cut somewhere; prose about the format has
    // the tags too, but not at the start of lines.
    const std::size_t record = text.find("\n<doc>");
    const bool closes = text.find("\n</doc>") != std::string_view::npos;
    return record != std::string_view::npos && (closes || text.starts_with('<')) && numbered ? 70
                                                                                             : 0;
}

void TrecReader::read(ByteStream& stream,
                      const Locator& origin,
                      const SourceOptions& options,
                      ArticleSink& sink) const {
    RecordDecoder decoder(options.charset.empty() ? "windows-1252" : options.charset, {});
    const SgmlRecords records{"DOC", true, [&](std::string_view record) {
                                  const DecodedRecord decoded = decoder.decode(record);
                                  Article article = parse_trec_record(decoded.text, options.dates);
                                  if (decoded.repaired > 0) {
                                      add_warning(article, "repaired_utf8", decoded.repaired);
                                  }
                                  return article;
                              }};
    read_sgml_records(stream, origin, options, records, sink);
}

}  // namespace

const Reader& trec_reader() {
    static const TrecReader reader;
    return reader;
}

}  // namespace dateline::source
