// Exact matches only, as CoNLL-2003's conlleval counts them.
#include "indexer/train/name_scores.hpp"

#include "common/base/printable.hpp"
#include "indexer/analysis/name_tokens.hpp"

#include <algorithm>
#include <ctime>

namespace dateline::train {

namespace {

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<LabelledName> found_in(const analysis::Tagger& tagger, const std::string& text) {
    std::vector<LabelledName> names;
    for (const analysis::NameMention& mention : tagger.tag(text)) {
        names.push_back({.type = mention.type,
                         .start_bytes = mention.range.start_bytes,
                         .end_bytes = mention.range.end_bytes});
    }
    return names;
}

NameError error_of(const LabelledText& text, const LabelledName& name, bool missed) {
    constexpr std::size_t context_bytes = 45;
    const std::size_t from =
        name.start_bytes < context_bytes ? 0 : name.start_bytes - context_bytes;
    const std::string before = text.text.substr(from, name.start_bytes - from);
    const std::string inside =
        text.text.substr(name.start_bytes, name.end_bytes - name.start_bytes);
    return {.text = text.name,
            .type = name.type,
            .missed = missed,
            .name = inside,
            .context = printable_line(before + "[" + inside + "]" +
                                      text.text.substr(name.end_bytes, context_bytes))};
}

void compare(ScoredTexts& result, const LabelledText& text, std::vector<LabelledName> found) {
    std::vector<LabelledName> marked = text.names;
    std::sort(marked.begin(), marked.end());
    std::sort(found.begin(), found.end());
    for (const LabelledName& name : marked) {
        NameCounts& counts = result.scores[static_cast<std::size_t>(name.type)];
        ++counts.marked;
        if (std::binary_search(found.begin(), found.end(), name)) {
            ++counts.right;
        } else {
            result.errors.push_back(error_of(text, name, true));
        }
    }
    for (const LabelledName& name : found) {
        ++result.scores[static_cast<std::size_t>(name.type)].found;
        if (!std::binary_search(marked.begin(), marked.end(), name)) {
            result.errors.push_back(error_of(text, name, false));
        }
    }
}

}  // namespace

double NameCounts::precision() const noexcept {
    return ratio(right, found);
}

double NameCounts::recall() const noexcept {
    return ratio(right, marked);
}

double NameCounts::f1() const noexcept {
    return ratio(2 * right, found + marked);
}

ScoredTexts score_names(const analysis::Tagger& tagger, const std::vector<LabelledText>& texts) {
    ScoredTexts result;
    for (const LabelledText& text : texts) {
        const std::clock_t start = std::clock();
        std::vector<LabelledName> found = found_in(tagger, text.text);
        result.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        result.bytes += text.text.size();
        result.tokens += analysis::cut_name_tokens(text.text).size();
        compare(result, text, std::move(found));
    }
    return result;
}

}  // namespace dateline::train
