// Chooses the elements of a page that hold the article's text.
#include "indexer/source/html/html_choice.hpp"

#include <algorithm>
#include <optional>

namespace dateline::source {
namespace {

constexpr double kMinParagraph = 25;  ///< characters of a block that counts as text
constexpr double kMinStated = 80;     ///< characters of sentences in a body stated by mark-up

double starting_score(std::string_view name, int weight) {
    double score = weight;
    if (name == "div" || name == "article" || name == "main") {
        score += 5;
    } else if (name == "pre" || name == "td" || name == "blockquote") {
        score += 3;
    } else if (name == "ol" || name == "ul" || name == "dl" || name == "li" || name == "form" ||
               name == "address") {
        score -= 3;
    } else if (name == "th" ||
               (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')) {
        score -= 5;
    }
    return score;
}

class Chooser {
public:
    Chooser(PageSurvey& survey, const ShingleSet& stated) : survey_(survey), stated_(stated) {
        // Leads to other articles are text only where there is no other: on a front page.
        score_all(false);
        if (!best_by_score()) {
            score_all(true);
        }
    }

    BodyChoice choose();

private:
    using Number = std::size_t;

    void score_all(bool teasers);
    void score_ancestors(Number number);
    [[nodiscard]] std::optional<Number> best_by_score() const;
    [[nodiscard]] Number widened(Number best) const;
    [[nodiscard]] Number climbed(Number best) const;
    [[nodiscard]] std::vector<Number> named_bodies() const;
    [[nodiscard]] Number innermost_named(Number outer) const;
    [[nodiscard]] std::vector<Number> stated_by_names() const;
    [[nodiscard]] Number common_parent(Number one, Number other) const;
    [[nodiscard]] Number first_of_endless(const std::vector<Number>& bodies, Number largest) const;
    [[nodiscard]] bool is_partner(Number other, Number main) const;
    [[nodiscard]] std::optional<Number> stated_by_text() const;
    [[nodiscard]] bool is_named_body(const Element& element) const;
    [[nodiscard]] std::vector<Number> with_siblings(Number best) const;
    [[nodiscard]] bool belongs(Number sibling, Number best) const;
    [[nodiscard]] double content_of(const std::vector<Number>& elements) const;

    PageSurvey& survey_;
    const ShingleSet& stated_;
};

void Chooser::score_ancestors(Number number) {
    const Element& element = survey_[number];
    const double points = 2 + element.own.commas + std::min(element.own.characters / 100, 3.0);
    // Text beside blocks in a container speaks for the container itself, a paragraph for its
    // parent.
    constexpr double whole_text = 400;  // of an element that is cut by <br> only
    const bool contains_text =
        element.block_children > 0 || (element.own.characters >= whole_text && element.name != "p");
    Number ancestor = contains_text ? number : element.parent;
    for (int level = 0; level < 5; ++level) {
        Element& above = survey_[ancestor];
        if (!above.candidate) {
            above.candidate = true;
            above.score = starting_score(above.name, above.hints.names.weight);
        }
        const double divider = level == 0 ? 1 : (level == 1 ? 2 : level * 3);
        above.score += points / divider;
        if (ancestor == 0) {
            break;
        }
        ancestor = above.parent;
    }
}

void Chooser::score_all(bool teasers) {
    for (Number i = 0; i < survey_.size(); ++i) {
        const Element& element = survey_[i];
        if (!element.dropped && (teasers || !element.is_teaser) &&
            element.own.characters >= kMinParagraph && element.name != "a") {
            score_ancestors(i);
        }
    }
    for (Element& element : survey_.elements()) {
        element.score *= 1 - std::min(element.link_density(), 1.0);
    }
}

std::optional<std::size_t> Chooser::best_by_score() const {
    std::optional<Number> best;
    for (Number i = 0; i < survey_.size(); ++i) {
        const Element& element = survey_[i];
        if (element.candidate && !element.dropped &&
            (!best || element.score > survey_[*best].score)) {
            best = i;
        }
    }
    return best;
}

std::size_t Chooser::widened(Number best) const {
    const double score = survey_[best].score;
    double last = score;
    for (Number up = survey_[best].parent; up != 0 && survey_[up].name != "body";
         up = survey_[up].parent) {
        const Element& above = survey_[up];
        if (!above.candidate || above.score < score / 3) {
            break;
        }
        if (above.score > last) {
            return up;
        }
        last = above.score;
    }
    return best;
}

/// The outermost element around `best` whose gain in sentences is worth its scraps.
std::size_t Chooser::climbed(Number best) const {
    constexpr double least_gain = 1.3;
    constexpr double scraps_weigh = 1.5;
    for (Number up = survey_[best].parent; up != 0 && survey_[up].name != "body";
         up = survey_[up].parent) {
        const Element& above = survey_[up];
        const Element& chosen = survey_[best];
        // Two headlines: the next article of an endless page has begun.
        if (above.titles > 1 && chosen.titles <= 1) {
            break;
        }
        if (!above.dropped && !above.is_fragmented() &&
            above.running >= least_gain * chosen.running &&
            above.running - chosen.running >= scraps_weigh * (above.scrap - chosen.scrap)) {
            best = up;
        }
    }
    return best;
}

bool Chooser::is_named_body(const Element& element) const {
    return !element.dropped && (element.hints.body_stated || element.hints.names.body) &&
           element.content() >= kMinStated && element.name != "p" && element.name != "a" &&
           element.name != "html" && element.name != "body" && element.link_density() < 0.5;
}

std::vector<std::size_t> Chooser::named_bodies() const {
    std::vector<Number> outermost;
    for (Number i = 0; i < survey_.size();) {
        if (is_named_body(survey_[i])) {
            outermost.push_back(i);
            i = survey_[i].end;
        } else {
            ++i;
        }
    }
    return outermost;
}

/// The innermost named body in `outer` that still holds all but a little of its sentences.
std::size_t Chooser::innermost_named(Number outer) const {
    constexpr double all_but_a_little = 0.93;
    Number inner = outer;
    for (Number i = outer + 1; i < survey_[inner].end; ++i) {
        if (is_named_body(survey_[i]) &&
            survey_[i].content() >= all_but_a_little * survey_[outer].content()) {
            inner = i;
        }
    }
    return inner;
}

std::size_t Chooser::common_parent(Number one, Number other) const {
    Number around = survey_[one].parent;
    while (around != 0 && !survey_.is_within(other, around)) {
        around = survey_[around].parent;
    }
    return around;
}

/// The body of the article that an endless page begins with: under a headline of its own, and not
/// much shorter than the `largest`.
std::size_t Chooser::first_of_endless(const std::vector<Number>& bodies, Number largest) const {
    constexpr double not_much_shorter = 0.3;
    const Number first = bodies.front();
    const bool apart = first != largest && survey_[common_parent(first, largest)].titles > 1;
    return apart && survey_[first].content() >= not_much_shorter * survey_[largest].content()
               ? first
               : largest;
}

/// Whether `other` is a further part of the body `main`: an instalment, what follows an advert, a
/// post of a live blog; not the next article of an endless page.
bool Chooser::is_partner(Number other, Number main) const {
    const auto is_alike = [this](Number a, Number b) {
        const std::string of_a = attribute(*survey_[a].node, "class");
        return survey_[a].name == survey_[b].name &&
               (survey_[a].hints.body_stated == survey_[b].hints.body_stated) &&
               of_a == attribute(*survey_[b].node, "class");
    };
    if (!is_alike(other, main)) {
        return false;
    }
    const Number around = common_parent(main, other);
    return around != 0 && survey_[around].titles <= 1;
}

std::vector<std::size_t> Chooser::stated_by_names() const {
    const std::vector<Number> outermost = named_bodies();
    if (outermost.empty()) {
        return {};
    }
    const Number largest =
        *std::max_element(outermost.begin(), outermost.end(), [this](Number a, Number b) {
            return survey_[a].content() < survey_[b].content();
        });
    const Number main = first_of_endless(outermost, largest);
    std::vector<Number> chosen;
    // Looking for partners costs a walk up the tree for each: enough for any live blog.
    constexpr std::size_t most_partners = 1000;
    for (std::size_t i = 0; i < outermost.size() && i < most_partners; ++i) {
        const Number other = outermost[i];
        if (other != main && is_partner(other, main)) {
            chosen.push_back(other);
        }
    }
    chosen.push_back(chosen.empty() ? innermost_named(main) : main);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

/// The innermost element that holds nearly all blocks that repeat the text stated elsewhere.
std::optional<std::size_t> Chooser::stated_by_text() const {
    constexpr double nearly_all = 0.93;
    constexpr double least = 300;
    if (stated_.empty()) {
        return std::nullopt;
    }
    std::vector<double> known(survey_.size());
    for (Number i = survey_.size(); i-- > 0;) {
        const Element& element = survey_[i];
        if (!element.dropped && element.own.characters >= kMinParagraph &&
            stated_.share_of(element.own_text) >= 0.6) {
            known[i] += element.own.characters;
        }
        if (i > 0 && !element.dropped) {
            known[element.parent] += known[i];
        }
    }
    if (known.empty() || known[0] < least) {
        return std::nullopt;
    }
    Number inner = 0;
    for (Number i = 1; i < survey_[inner].end;) {
        if (known[i] >= nearly_all * known[0]) {
            inner = i++;
        } else {
            i = survey_[i].end;
        }
    }
    return inner;
}

bool Chooser::belongs(Number number, Number best) const {
    const Element& element = survey_[number];
    const Element& chosen = survey_[best];
    if (number == best) {
        return true;
    }
    if (element.dropped || element.is_fragmented()) {
        return false;
    }
    const std::string class_of_best = attribute(*chosen.node, "class");
    const bool alike = !class_of_best.empty() && attribute(*element.node, "class") == class_of_best;
    const double bonus = alike ? chosen.score * 0.2 : 0;
    if (element.candidate && element.score + bonus >= std::max(10.0, chosen.score * 0.2)) {
        return true;
    }
    return element.name == "p" && element.link_density() < 0.25 && element.text.characters > 80;
}

std::vector<std::size_t> Chooser::with_siblings(Number best) const {
    // A wrapper around a single element says nothing new, but its siblings may be text.
    while (best != 0 && survey_[survey_[best].parent].name != "body" && survey_[best].parent != 0 &&
           xmlChildElementCount(survey_[best].node->parent) == 1) {
        best = survey_[best].parent;
    }
    if (best == 0 || survey_[best].name == "body") {
        return {best};
    }
    std::vector<Number> all;
    const Number parent = survey_[best].parent;
    for (Number i = parent + 1; i < survey_[parent].end; i = survey_[i].end) {
        if (belongs(i, best)) {
            all.push_back(i);
        }
    }
    return all;
}

double Chooser::content_of(const std::vector<Number>& elements) const {
    double sum = 0;
    for (const Number number : elements) {
        sum += survey_[number].content();
    }
    return sum;
}

BodyChoice Chooser::choose() {
    constexpr double enough_by_name = 0.5;
    constexpr double enough_by_statement = 0.3;
    const std::optional<Number> best = best_by_score();
    if (!best) {
        return {};
    }
    const std::optional<Number> by_text = stated_by_text();
    const Number by_score = climbed(widened(*best));
    std::vector<Number> named = stated_by_names();
    const double content = survey_[by_score].content();
    if (!named.empty()) {
        const double share =
            survey_[named[0]].hints.body_stated ? enough_by_statement : enough_by_name;
        const bool holds_known =
            !by_text || std::any_of(named.begin(), named.end(), [&](Number number) {
                return survey_.is_within(*by_text, number) || survey_.is_within(number, *by_text);
            });
        if (content_of(named) >= share * content && holds_known) {
            return {std::move(named), true};
        }
    }
    if (by_text && !survey_.is_within(*by_text, by_score) && survey_[*by_text].name != "body" &&
        *by_text != 0) {
        return {{*by_text}, true};
    }
    return {with_siblings(by_score), false};
}

}  // namespace

BodyChoice choose_body(PageSurvey& survey, const ShingleSet& stated) {
    return Chooser(survey, stated).choose();
}

}  // namespace dateline::source
