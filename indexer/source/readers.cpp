// The list of source formats.
#include "indexer/source/reader.hpp"
#include "indexer/source/reuters_reader.hpp"
#include "indexer/source/text_reader.hpp"

namespace dateline::source {
namespace {

const TextReader kText;
const ReutersReader kReuters;

/// In the order in which help lists them; where two are equally sure of a stream, the first reads
/// it.
const Reader* const kReaders[] = {
    &kText,
    &kReuters,
};

}  // namespace

std::span<const Reader* const> readers() {
    return kReaders;
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
