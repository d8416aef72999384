// Opens files as the indexer does, so that archives need not be unpacked.
#include "indexer/train/input_files.hpp"

#include "common/base/error.hpp"
#include "indexer/source/input/input_walker.hpp"
#include "indexer/source/input/stream_text.hpp"

namespace dateline::train {

namespace {

constexpr std::uint64_t kMaxFileBytes = 1ULL << 30U;

// Nothing may be passed over in silence here, unlike in a run over an archive.
class StrictSink : public source::ArticleSink {
public:
    void article(Article&&) override {}
    void reject(source::Rejected&& rejected) override {
        throw Error(ErrorCode::InputUnreadable,
                    "cannot read '" + describe(rejected.locator) + "': " + rejected.reason,
                    "check the file");
    }
    void unrecognised(const Locator&, const std::string&) override {}
    void skipped(const std::string&) override {}
    void progress(std::uint64_t) override {}
    [[nodiscard]] bool stop_requested() const override { return false; }
};

// The path of a stream, without what compressed it.
std::string path_of(const Locator& where) {
    std::string path = where.member.empty() ? where.file : where.file + "!/" + where.member;
    for (const std::string_view ending : {".xz", ".gz", ".bz2", ".zst"}) {
        if (path.ends_with(ending)) {
            path.resize(path.size() - ending.size());
        }
    }
    return path;
}

}  // namespace

std::vector<InputFile> open_files(const std::string& input,
                                  const std::function<bool(std::string_view path)>& is_wanted) {
    std::vector<InputFile> files;
    StrictSink sink;
    source::walk_inputs({input}, {}, sink, [&](const source::OpenedStream& stream) {
        const std::string path = path_of(stream.where);
        if (!is_wanted(path)) {
            return;
        }
        if (stream.head.failure) {
            throw source::StreamFailure(*stream.head.failure);
        }
        const source::WholeText rest = source::read_whole(stream.rest, kMaxFileBytes);
        files.push_back({.path = path, .bytes = stream.head.bytes + rest.bytes});
    });
    return files;
}

}  // namespace dateline::train
