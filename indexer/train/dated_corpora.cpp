// Opens files as the indexer does, so that archives need not be unpacked.
#include "indexer/train/dated_corpora.hpp"

#include "common/base/error.hpp"
#include "indexer/train/input_files.hpp"

#include <algorithm>
#include <map>

namespace dateline::train {
namespace {

bool is_wanted(std::string_view path) {
    const bool meantime =
        path.ends_with(".xml") && path.find("intra-doc_annotation/") != std::string_view::npos;
    return meantime || path.ends_with(".tml") || path.ends_with(".json") || path.ends_with(".txt");
}

/// The bytes of the wanted files by their path.
std::map<std::string, std::string> open_all(const std::string& input) {
    std::map<std::string, std::string> files;
    for (InputFile& file : open_files(input, is_wanted)) {
        files.emplace(std::move(file.path), std::move(file.bytes));
    }
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
