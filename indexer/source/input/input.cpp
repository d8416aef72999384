// From streams to readers: sniffing.
#include "common/base/utf8.hpp"
#include "indexer/source/finishing_sink.hpp"
#include "indexer/source/input/input_walker.hpp"
#include "indexer/source/media_type.hpp"
#include "indexer/source/reader.hpp"
#include "indexer/source/sniffing.hpp"

#include <string>
#include <utility>

namespace dateline::source {
namespace {

void read_stream(const OpenedStream& stream, ArticleSink& sink) {
    const SourceOptions& options = stream.options;
    const Reader* reader =
        options.input_format.empty() ? nullptr : find_reader(options.input_format);
    if (reader == nullptr) {
        const std::vector<Score> scores = sniff_head(stream.head.bytes, stream.where);
        reader = scores.empty() ? nullptr : find_reader(scores.front().reader);
    }
    if (reader == nullptr) {
        FinishingSink(sink, options, stream.where, {})
            .unrecognised(stream.where, media_type(stream.head.bytes));
        if (stream.head.failure) {
            throw StreamFailure(*stream.head.failure);
        }
        return;
    }
    HeadedStream whole(stream.head, stream.rest);
    FinishingSink finishing(
        sink, options, stream.where, std::string(reader->name()), stream.modified);
    reader->read(whole, stream.where, options, finishing);
    if (finishing.records() == 0 && !sink.stop_requested()) {
        finishing.reject(
            {stream.where,
             "no_records",
             "is " + std::string(reader->name()) + " by its form, but holds no article"});
    }
}

}  // namespace

void read_inputs(const std::vector<std::string>& inputs,
                 const SourceOptions& options,
                 ArticleSink& sink) {
    walk_inputs(
        inputs, options, sink, [&](const OpenedStream& stream) { read_stream(stream, sink); });
}

}  // namespace dateline::source
