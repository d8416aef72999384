// Finds the text of the article in a page, among menus, adverts and lists of links.
#include "indexer/source/html/html_body.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/html/html_choice.hpp"
#include "indexer/source/html/html_cleanup.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/html/html_shingles.hpp"
#include "indexer/source/html/html_standfirst.hpp"
#include "indexer/source/html/html_survey.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

constexpr double kMuchMore = 2;        ///< times the text for which a looser try wins
constexpr double kEnough = 500;        ///< characters of a body that needs no second try
constexpr double kEnoughStated = 140;  ///< the same for a body that mark-up states
constexpr double kTooLittle = 80;      ///< characters of a body worth the loosest try
constexpr double kLongCaption = 1500;  ///< characters above which a figure is no picture

constexpr double kLongPictureText = 200;  ///< characters above which words are no caption

/// Decides for each element inside the body whether it is part of it.
class BodyReader {
public:
    BodyReader(const PageSurvey& survey, Strictness strictness)
        : survey_(survey), strictness_(strictness) {}

    [[nodiscard]] std::vector<TextBlock> read(const BodyChoice& choice) const;

private:
    [[nodiscard]] Treatment treat(const xmlNode& node) const;
    [[nodiscard]] bool is_caption(const Element& element) const;
    [[nodiscard]] bool is_picture_with_words(const Element& element) const;
    [[nodiscard]] bool is_noise(const Element& element) const;
    [[nodiscard]] bool looks_like_links(const Element& element) const;

    const PageSurvey& survey_;
    Strictness strictness_;
};

std::vector<TextBlock> BodyReader::read(const BodyChoice& choice) const {
    std::vector<TextBlock> all;
    for (const std::size_t number : choice.elements) {
        const Element& element = survey_[number];
        if (choice.elements.size() > 1 && !choice.is_stated && is_noise(element) &&
            element.running < 0.5 * survey_[0].running) {
            continue;
        }
        const auto treatment = [this, &element](const xmlNode& node) {
            return &node == element.node ? Treatment::Keep : treat(node);
        };
        std::vector<TextBlock> part = text_blocks_below(*element.node, treatment);
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    return all;
}

Treatment BodyReader::treat(const xmlNode& node) const {
    const std::size_t number = survey_.number_of(&node);
    if (number == survey_.size()) {
        return Treatment::Skip;
    }
    const Element& element = survey_[number];
    if (is_caption(element) && !element.hints.hidden) {
        return Treatment::Caption;
    }
    return element.dropped || is_noise(element) ? Treatment::Skip : Treatment::Keep;
}

bool BodyReader::is_caption(const Element& element) const {
    if (element.all_text > kLongCaption) {
        return false;
    }
    if (element.name == "figcaption" || element.name == "caption") {
        return true;
    }
    if (element.name != "figure") {
        return !element.hints.names.body &&
               (element.hints.names.caption || is_picture_with_words(element));
    }
    for (std::size_t i = survey_.number_of(element.node) + 1; i < element.end; ++i) {
        const std::string_view name = survey_[i].name;
        if (name == "table" || name == "blockquote" || name == "pre" || name == "ul") {
            return false;
        }
    }
    return true;
}

/// Whether the element holds a picture and no more words than stand under one.
bool BodyReader::is_picture_with_words(const Element& element) const {
    if (!element.hints.names.picture || element.all_text > kLongPictureText) {
        return false;
    }
    bool picture = false;
    for (std::size_t i = survey_.number_of(element.node) + 1; i < element.end; ++i) {
        const std::string_view name = survey_[i].name;
        if (name.size() == 2 && name[0] == 'h' && name != "hr") {
            return false;  // a headline over its picture
        }
        picture = picture || name == "img" || name == "picture" || name == "amp-img";
    }
    return picture;
}

bool BodyReader::looks_like_links(const Element& element) const {
    const double density = element.link_density();
    const bool list = element.name == "ul" || element.name == "ol";
    const bool table = element.name == "table";
    const double limit = element.hints.names.weight >= 25 || table ? 0.5 : (list ? 0.6 : 0.25);
    if (element.text.commas >= 10 && density < 0.5) {
        return false;
    }
    const bool controls = element.controls > 0 && 3 * element.controls > element.paragraphs;
    const bool items = !list && element.name != "table" &&
                       element.list_items > element.paragraphs + 5 && density > 0.15;
    const bool links = density > limit && element.scrap > element.running;
    return links || controls || (items && element.scrap > element.running) ||
           (element.text.characters < 25 && density > 0);
}

bool BodyReader::is_noise(const Element& element) const {
    if (element.dropped) {
        return true;
    }
    const std::string_view name = element.name;
    if (strictness_ == Strictness::Everything || element.running > 0.5 * survey_[0].running) {
        return false;
    }
    if (name == "h1" || name == "h2" || name == "h3") {
        return element.hints.names.weight < 0;
    }
    const bool container = name == "div" || name == "section" || name == "ul" || name == "ol" ||
                           name == "table" || name == "form" || name == "fieldset" ||
                           name == "header" || name == "dl";
    if (!container) {
        return false;
    }
    if (element.is_fragmented() && (name == "div" || name == "section")) {
        return true;
    }
    const bool prose = element.running >= 100 && element.running > 0.7 * element.text.characters &&
                       element.link_density() < 0.2;
    return (element.hints.names.weight < 0 && !prose) || name == "fieldset" ||
           looks_like_links(element);
}

double characters_of(const std::vector<TextBlock>& blocks) {
    double sum = 0;
    for (const TextBlock& block : blocks) {
        sum += block.is_caption ? 0 : measure(block.text).characters;
    }
    return sum;
}

FoundBody as_body(std::vector<TextBlock> blocks) {
    FoundBody body;
    for (TextBlock& block : blocks) {
        if (block.is_caption) {
            body.captions.push_back(std::move(block.text));
            continue;
        }
        if (block.kind) {
            body.blocks.push_back(
                {static_cast<std::uint32_t>(body.paragraphs.size()), *block.kind});
            body.linked_headings +=
                *block.kind == BlockKind::Heading && 2 * block.link_bytes > block.text.size() ? 1
                                                                                              : 0;
        }
        body.paragraphs.push_back(std::move(block.text));
    }
    if (body.paragraphs.empty()) {
        // A picture story is told by its captions.
        body.paragraphs.swap(body.captions);
    }
    return body;
}

ShingleSet shingles_of(std::span<const std::string> paragraphs) {
    ShingleSet set;
    for (const std::string& paragraph : paragraphs) {
        set.add(paragraph);
    }
    return set;
}

/// How much of a page leads to other pages.
struct Teasers {
    std::size_t count = 0;
    double characters = 0;
    double share_of_choice = 0;
};

Teasers count_teasers(const PageSurvey& survey, const BodyChoice& choice) {
    Teasers found;
    double chosen = 0;
    double all_chosen = 0;
    auto next = choice.elements.begin();
    for (std::size_t i = 0; i < survey.size(); ++i) {
        const Element& element = survey[i];
        while (next != choice.elements.end() && survey[*next].end <= i) {
            ++next;
        }
        const bool inside = next != choice.elements.end() && i >= *next;
        const double characters = element.dropped ? 0 : element.own.characters;
        const bool first = element.is_teaser && !survey[element.parent].is_teaser;
        found.count += first ? 1 : 0;
        found.characters += element.is_teaser ? element.own.characters : 0;
        chosen += inside && element.is_teaser ? characters : 0;
        all_chosen += inside ? characters : 0;
    }
    found.share_of_choice = all_chosen == 0 ? 0 : chosen / all_chosen;
    return found;
}

/// What one try found.
struct Attempt {
    std::vector<TextBlock> blocks;
    Teasers teasers;
    bool is_stated = false;
    double characters = 0;
};

Attempt attempt(PageSurvey& survey, const StatedArticle& stated, Strictness strictness) {
    survey.leave_out(strictness);
    BodyChoice choice = choose_body(survey, shingles_of(stated.text));
    if (choice.elements.empty()) {
        if (strictness != Strictness::Everything) {
            return {};
        }
        // Short lines only: the page is read as a whole.
        choice.elements.push_back(0);
    }
    Attempt found;
    found.blocks = clean_blocks(BodyReader(survey, strictness).read(choice), stated);
    found.characters = characters_of(found.blocks);
    found.is_stated = choice.is_stated;
    found.teasers = count_teasers(survey, choice);
    if (found.characters > 0) {
        std::vector<TextBlock> standfirst =
            find_standfirst(survey, choice.elements.front(), stated, found.blocks);
        found.blocks.insert(found.blocks.begin(),
                            std::make_move_iterator(standfirst.begin()),
                            std::make_move_iterator(standfirst.end()));
    }
    return found;
}

bool is_written_without_blanks(char32_t c) noexcept {
    return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1000 && c < 0x10A0) ||
           (c >= 0x1780 && c < 0x1800);
}

}  // namespace

FoundBody find_body(const xmlNode& root, const StatedArticle& stated) {
    PageSurvey survey(root);
    Attempt best;
    for (const Strictness strictness :
         {Strictness::Strict, Strictness::Unlikely, Strictness::Everything}) {
        if (strictness == Strictness::Everything && best.characters >= kTooLittle) {
            break;
        }
        Attempt found = attempt(survey, stated, strictness);
        if (found.characters > kMuchMore * best.characters ||
            (best.blocks.empty() && !found.blocks.empty())) {
            best = std::move(found);
        }
        if (best.characters >= (best.is_stated ? kEnoughStated : kEnough)) {
            break;
        }
    }
    FoundBody body = as_body(std::move(best.blocks));
    body.teasers = best.teasers.count;
    body.teaser_share = best.teasers.share_of_choice;
    body.teasers_per_text = best.teasers.characters / std::max(best.characters, 1.0);
    return body;
}

std::size_t count_words(std::span<const std::string> paragraphs) {
    std::size_t words = 0;
    std::size_t wide = 0;
    std::size_t unspaced = 0;
    for (const std::string& paragraph : paragraphs) {
        bool inside = false;
        for (std::size_t i = 0; i < paragraph.size();) {
            const DecodedCodePoint c = decode_utf8(paragraph, i);
            i += c.size_bytes;
            const bool letter = c.code_point > 0xBF ||
                                (c.code_point >= U'0' && c.code_point <= U'9') ||
                                ((c.code_point | 0x20U) >= U'a' && (c.code_point | 0x20U) <= U'z');
            const bool alone = is_wide(c.code_point);
            const bool joined = is_written_without_blanks(c.code_point);
            wide += alone ? 1 : 0;
            unspaced += joined ? 1 : 0;
            words += letter && !inside && !alone && !joined ? 1 : 0;
            inside = letter;
        }
    }
    return words + wide / 2 + unspaced / 4;
}

}  // namespace dateline::source
