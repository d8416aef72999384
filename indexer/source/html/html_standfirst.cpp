// The lines between headline and text: standfirst, chapo, copete, Vorspann.
#include "indexer/source/html/html_standfirst.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_phrases.hpp"
#include "indexer/source/html/html_shingles.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace dateline::source {
namespace {

constexpr double kShortest = 30;  ///< characters
constexpr double kLongest = 700;  ///< characters of one block
constexpr std::size_t kMost = 6;  ///< blocks
constexpr double kRepeats = 0.6;  ///< share of a text that says what another says
constexpr int kLevels = 3;        ///< elements above a block whose names count

bool is_out_of_article(const Element& element) {
    return element.hints.hidden || element.hints.boilerplate || element.hints.names.noise ||
           element.hints.names.apart || element.hints.names.caption ||
           element.name == "figcaption" || element.name == "figure" || element.name == "a" ||
           element.name == "li";
}

class StandfirstFinder {
public:
    StandfirstFinder(const PageSurvey& survey, std::size_t body, const StatedArticle& stated)
        : survey_(survey), body_(body) {
        description_.add(stated.description);
    }

    [[nodiscard]] std::vector<TextBlock> find(const std::vector<TextBlock>& found) const;

private:
    [[nodiscard]] std::size_t headline() const;
    [[nodiscard]] bool qualifies(std::size_t number, bool after_headline) const;
    [[nodiscard]] bool is_second_headline(std::size_t number) const;
    [[nodiscard]] bool is_named(std::size_t number) const;

    const PageSurvey& survey_;
    std::size_t body_;
    ShingleSet description_;
};

/// The last <h1> before the end of the body; the end of the survey if there is none.
std::size_t StandfirstFinder::headline() const {
    std::size_t last = survey_.size();
    for (std::size_t i = 0; i < survey_[body_].end && i < survey_.size(); ++i) {
        if (survey_[i].name == "h1" && !survey_[i].hints.hidden) {
            last = i;
        }
    }
    return last;
}

bool StandfirstFinder::is_named(std::size_t number) const {
    for (int level = 0; level < kLevels; ++level) {
        const Element& element = survey_[number];
        if (element.hints.names.summary && !element.hints.names.body) {
            return true;
        }
        number = element.parent;
    }
    return false;
}

/// Whether the element is an <h2> right behind the <h1>: nothing else stands there.
bool StandfirstFinder::is_second_headline(std::size_t number) const {
    if (survey_[number].name != "h2") {
        return false;
    }
    const xmlNode* before = survey_[number].node->prev;
    while (before != nullptr && before->type != XML_ELEMENT_NODE) {
        before = before->prev;
    }
    return before != nullptr && element_name(*before) == "h1";
}

bool StandfirstFinder::qualifies(std::size_t number, bool after_headline) const {
    const Element& element = survey_[number];
    if (element.own.characters < kShortest || element.own.characters > kLongest ||
        element.own_links > 0.3 * element.own.characters || element.name == "h1") {
        return false;
    }
    if (stock_phrase(collapse_spaces(element.own_text)) != StockPhrase::None) {
        return false;
    }
    for (std::size_t up = number; up != 0; up = survey_[up].parent) {
        // What holds the body, too, is only named for what else it has.
        if (survey_.is_within(body_, up)) {
            break;
        }
        if (is_out_of_article(survey_[up])) {
            return false;
        }
    }
    return (after_headline && (is_named(number) || is_second_headline(number))) ||
           description_.share_of(element.own_text) >= kRepeats;
}

std::vector<TextBlock> StandfirstFinder::find(const std::vector<TextBlock>& found) const {
    ShingleSet known;
    for (const TextBlock& block : found) {
        known.add(block.is_caption ? "" : block.text);
    }
    const std::size_t title = headline();
    const std::size_t first = title == survey_.size() ? 0 : title;
    std::vector<TextBlock> blocks;
    // A headline inside the body puts the standfirst there too, where its names may have hidden it.
    const std::size_t end = first > body_ ? survey_[survey_[first].parent].end : body_;
    for (std::size_t i = first; i < end && i < survey_.size() && blocks.size() < kMost; ++i) {
        if (qualifies(i, title != survey_.size()) &&
            known.share_of(survey_[i].own_text) < kRepeats) {
            TextBlock block;
            block.text = collapse_spaces(survey_[i].own_text);
            block.node = survey_[i].node;
            known.add(block.text);
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

}  // namespace

std::vector<TextBlock> find_standfirst(const PageSurvey& survey,
                                       std::size_t body,
                                       const StatedArticle& stated,
                                       const std::vector<TextBlock>& found) {
    return StandfirstFinder(survey, body, stated).find(found);
}

}  // namespace dateline::source
