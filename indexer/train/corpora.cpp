// Opens files as the indexer does, so that archives need not be unpacked.
#include "indexer/train/corpora.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "indexer/source/input/input_walker.hpp"
#include "indexer/source/input/stream_text.hpp"
#include "indexer/train/article_corpus.hpp"
#include "indexer/train/bio_corpus.hpp"
#include "indexer/train/meantime_corpus.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace dateline::train {

namespace {

constexpr std::uint64_t kMaxCorpusBytes = 1ULL << 30U;

struct OpenedFile {
    std::string path;
    std::string bytes;
};

std::string_view file_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

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

bool is_wanted(std::string_view path) {
    if (path.ends_with(".xml")) {
        return path.find("intra-doc_annotation/") != std::string_view::npos;
    }
    return path.ends_with(".bio") || path.ends_with(".json") || path.ends_with(".txt");
}

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

std::vector<OpenedFile> open_all(const std::string& input) {
    std::vector<OpenedFile> files;
    StrictSink sink;
    source::walk_inputs({input}, {}, sink, [&](const source::OpenedStream& stream) {
        const std::string path = path_of(stream.where);
        if (is_wanted(path)) {
            if (stream.head.failure) {
                throw source::StreamFailure(*stream.head.failure);
            }
            const source::WholeText rest = source::read_whole(stream.rest, kMaxCorpusBytes);
            files.push_back({.path = path, .bytes = stream.head.bytes + rest.bytes});
        }
    });
    std::stable_sort(
        files.begin(), files.end(), [](const OpenedFile& left, const OpenedFile& right) {
            return file_name(left.path) < file_name(right.path);
        });
    return files;
}

bool is_in(CorpusSet set, bool test) {
    return set == CorpusSet::All || (set == CorpusSet::Test) == test;
}

void add_file(Corpora& corpora, const OpenedFile& file) {
    corpora.files.push_back({.path = file.path, .hash = hex16(hash64(file.bytes))});
}

void add_annotated(Corpora& corpora, const std::vector<OpenedFile>& files, CorpusSet set) {
    std::map<std::string_view, const OpenedFile*> by_path;
    for (const OpenedFile& file : files) {
        by_path[file.path] = &file;
    }
    for (const OpenedFile& file : files) {
        if (!file.path.ends_with(".json")) {
            continue;
        }
        const std::string text_path = file.path.substr(0, file.path.size() - 4) + "txt";
        const auto text = by_path.find(text_path);
        if (text == by_path.end()) {
            continue;
        }
        AnnotatedArticle article = read_annotated(text_path, text->second->bytes, file.bytes);
        if (is_in(set, article.set == "test")) {
            corpora.texts.push_back(std::move(article.text));
            add_file(corpora, *text->second);
            add_file(corpora, file);
        }
    }
}

void add_input(Corpora& corpora, const std::string& input, CorpusSet set) {
    const std::vector<OpenedFile> files = open_all(input);
    bool test = true;
    for (const OpenedFile& file : files) {
        if (file.path.ends_with(".bio")) {
            std::vector<LabelledText> texts = read_bio(file_name(file.path), file.bytes);
            std::move(texts.begin(), texts.end(), std::back_inserter(corpora.texts));
            add_file(corpora, file);
        } else if (file.path.ends_with(".xml")) {
            test = !test;
            if (is_in(set, test)) {
                corpora.texts.push_back(read_meantime(file_name(file.path), file.bytes));
                add_file(corpora, file);
            }
        }
    }
    add_annotated(corpora, files, set);
}

}  // namespace

Corpora read_corpora(const std::vector<std::string>& paths, CorpusSet set) {
    Corpora corpora;
    for (const std::string& path : paths) {
        const std::size_t before = corpora.texts.size();
        add_input(corpora, path, set);
        if (corpora.texts.size() == before) {
            throw Error(ErrorCode::InputUnreadable,
                        "there is no labelled text in '" + path + "'",
                        "give *.bio files, MEANTIME's archive or the folder of annotated articles");
        }
    }
    return corpora;
}

}  // namespace dateline::train
