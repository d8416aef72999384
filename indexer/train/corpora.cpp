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

std::string_view file_name(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

bool is_wanted(std::string_view path) {
    if (path.ends_with(".xml")) {
        return path.find("intra-doc_annotation/") != std::string_view::npos;
    }
    return path.ends_with(".bio") || path.ends_with(".json") || path.ends_with(".txt") ||
           path.ends_with(".conllu");
}

std::vector<InputFile> open_all(const std::string& input) {
    std::vector<InputFile> files = open_files(input, is_wanted);
    std::stable_sort(files.begin(), files.end(), [](const InputFile& left, const InputFile& right) {
        return file_name(left.path) < file_name(right.path);
    });
    return files;
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
    const std::vector<InputFile> files = open_all(input);
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
