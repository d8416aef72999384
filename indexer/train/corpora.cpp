// Opens files as the indexer does, so that archives need not be unpacked.
#include "indexer/train/corpora.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"
#include "indexer/train/article_corpus.hpp"
#include "indexer/train/bio_corpus.hpp"
#include "indexer/train/gum_corpus.hpp"
#include "indexer/train/input_files.hpp"
#include "indexer/train/meantime_corpus.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace dateline::train {

namespace {

bool is_wanted(std::string_view path) {
    if (path.ends_with(".xml")) {
        return path.find("intra-doc_annotation/") != std::string_view::npos;
    }
    return path.ends_with(".bio") || path.ends_with(".json") || path.ends_with(".txt") ||
           path.ends_with(".conllu");
}

bool is_in(CorpusSet set, bool test) {
    return set == CorpusSet::All || (set == CorpusSet::Test) == test;
}

void add_file(Corpora& corpora, const InputFile& file) {
    corpora.files.push_back({.path = file.path, .hash = hex16(hash64(file.bytes))});
}

void add_annotated(Corpora& corpora, const std::vector<InputFile>& files, CorpusSet set) {
    std::map<std::string_view, const InputFile*> by_path;
    for (const InputFile& file : files) {
        by_path[file.path] = &file;
    }
    for (const InputFile& file : files) {
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
    const std::vector<InputFile> files = open_files(input, is_wanted);
    bool test = true;
    for (const InputFile& file : files) {
        if (file.path.ends_with(".bio")) {
            std::vector<LabelledText> texts = read_bio(file_name(file.path), file.bytes);
            std::move(texts.begin(), texts.end(), std::back_inserter(corpora.texts));
            add_file(corpora, file);
        } else if (file.path.ends_with(".conllu")) {
            corpora.texts.push_back(read_gum(file_name(file.path), file.bytes));
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

CorpusSet corpus_set_named(const std::string& name) {
    if (name == "train") {
        return CorpusSet::Train;
    }
    if (name == "test") {
        return CorpusSet::Test;
    }
    if (name == "all") {
        return CorpusSet::All;
    }
    throw Error(ErrorCode::Usage,
                "option '--set': there is no set '" + name + "'",
                "give train, test or all");
}

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
