// Opens files as the indexer does, so that archives need not be unpacked.
#include "indexer/train/dated_corpora.hpp"

#include "common/base/error.hpp"
#include "indexer/source/input/input_walker.hpp"
#include "indexer/source/input/stream_text.hpp"

#include <algorithm>
#include <map>

namespace dateline::train {
namespace {

constexpr std::uint64_t kMaxFileBytes = 1ULL << 28U;

std::string_view file_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

/// Nothing may be passed over in silence here, unlike in a run over an archive.
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

bool is_wanted(std::string_view path) {
    const bool meantime =
        path.ends_with(".xml") && path.find("intra-doc_annotation/") != std::string_view::npos;
    return meantime || path.ends_with(".tml") || path.ends_with(".json") || path.ends_with(".txt");
}

/// The bytes of the wanted files by their path.
std::map<std::string, std::string> open_all(const std::string& input) {
    std::map<std::string, std::string> files;
    StrictSink sink;
    source::walk_inputs({input}, {}, sink, [&](const source::OpenedStream& stream) {
        const std::string path =
            stream.where.member.empty() ? stream.where.file : stream.where.member;
        if (!is_wanted(path)) {
            return;
        }
        if (stream.head.failure) {
            throw source::StreamFailure(*stream.head.failure);
        }
        files[path] = stream.head.bytes + source::read_whole(stream.rest, kMaxFileBytes).bytes;
    });
    return files;
}

}  // namespace

std::vector<DatedText> read_dated_corpus(const std::string& path) {
    const std::map<std::string, std::string> files = open_all(path);
    std::vector<DatedText> texts;
    std::vector<DatedText> meantime;
    for (const auto& [name, bytes] : files) {
        if (name.ends_with(".xml")) {
            meantime.push_back(read_dated_meantime(file_name(name), bytes));
        } else if (name.ends_with(".tml")) {
            texts.push_back(read_dated_timeml(file_name(name), bytes));
        } else if (name.ends_with(".json")) {
            const auto text = files.find(name.substr(0, name.size() - 4) + "txt");
            if (text != files.end()) {
                texts.push_back(read_dated_article(file_name(text->first), text->second, bytes));
            }
        }
    }
    std::sort(meantime.begin(), meantime.end(), [](const DatedText& one, const DatedText& two) {
        return one.name < two.name;
    });
    for (std::size_t at = 0; at < meantime.size(); ++at) {
        meantime[at].set = at % 2 == 0 ? "train" : "test";
        texts.push_back(std::move(meantime[at]));
    }
    if (texts.empty()) {
        throw Error(ErrorCode::InputUnreadable,
                    "there is no text with dates in '" + path + "'",
                    "give annotated articles, MEANTIME's archive or TimeML files");
    }
    return texts;
}

}  // namespace dateline::train
