// The list of source formats.
#include "indexer/source/html/html_reader.hpp"
#include "indexer/source/json/json_reader.hpp"
#include "indexer/source/reader.hpp"
#include "indexer/source/text/csv_reader.hpp"
#include "indexer/source/text/factiva_reader.hpp"
#include "indexer/source/text/lexis_reader.hpp"
#include "indexer/source/text/reuters_reader.hpp"
#include "indexer/source/text/text_reader.hpp"
#include "indexer/source/text/trec_reader.hpp"
#include "indexer/source/web/mail_reader.hpp"
#include "indexer/source/web/warc_reader.hpp"
#include "indexer/source/xml/agency_readers.hpp"
#include "indexer/source/xml/feed_reader.hpp"

#include <array>

namespace dateline::source {

std::span<const Reader* const> readers() {
    static const TextReader text;
    static const ReutersReader reuters;
    // In the order in which help lists them; where two are equally sure of a stream, the first
    // reads it.
    static const auto all = std::to_array<const Reader*>({
        &text,
        &reuters,
        &jsonl_reader(),
        &json_reader(),
        &html_reader(),
        &csv_reader(),
        &trec_reader(),
        &factiva_reader(),
        &lexis_reader(),
        &warc_reader(),
        &mail_reader(),
        &nitf_reader(),
        &newsml_g2_reader(),
        &newsml_reader(),
        &feed_reader(),
    });
    return all;
}

const Reader* find_reader(std::string_view name) {
    for (const Reader* reader : readers()) {
        if (reader->name() == name) {
            return reader;
        }
    }
    return nullptr;
}

}  // namespace dateline::source
