// Counts clauses, then tries what is close to the query.
#include "query/search/diagnoser.hpp"

#include "common/schema/fields.hpp"
#include "query/search/wider.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using std::chrono::days;
using std::chrono::sys_days;

/// Most pairs of clauses that are counted.
constexpr std::size_t kMaxPairs = 45;

/// Runs queries, each once, until there were kMaxTrials.
class Trials {
public:
    explicit Trials(const DiagnosisTools& tools) : tools_(tools) {}

    /// The articles that `tree` finds; std::nullopt if it cannot be run, or not any more.
    std::optional<std::uint64_t> count(const Node& tree) {
        const std::string query = print_query(tree);
        if (const auto known = counted_.find(query); known != counted_.end()) {
            return known->second;
        }
        if (!take_trial()) {
            return std::nullopt;
        }
        return counted_[query] = tools_.count(tree);
    }

    /// The day of the newest or the oldest article that `tree` finds; std::nullopt as count().
    std::optional<sys_days> first_day(const Node& tree, bool newest_first) {
        return take_trial() ? tools_.first_day(tree, newest_first) : std::nullopt;
    }

    /// Whether `tree` finds anything.
    bool finds(const Node& tree) { return count(tree).value_or(0) > 0; }

    [[nodiscard]] bool exhausted() const noexcept { return exhausted_; }

private:
    /// Whether one more query may be run.
    bool take_trial() noexcept {
        exhausted_ = exhausted_ || trials_ == kMaxTrials;
        trials_ += exhausted_ ? 0U : 1U;
        return !exhausted_;
    }

    const DiagnosisTools& tools_;
    std::map<std::string, std::optional<std::uint64_t>> counted_;
    std::size_t trials_ = 0;
    bool exhausted_ = false;
};

/// Whether `node` asks what articles are about, and does not only restrict them.
bool has_content(const Node& node) {
    switch (node.kind) {
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
            return node.field == nullptr || node.field->kind == schema::FieldKind::Text ||
                   node.field->kind == schema::FieldKind::Name;
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Like:
            return true;
        case NodeKind::And:
        case NodeKind::Or:
            return std::any_of(node.children.begin(), node.children.end(), has_content);
        case NodeKind::Everything:
        case NodeKind::Days:
        case NodeKind::Numbers:
        case NodeKind::Not:
            return false;
    }
    return false;
}

/// The AND of `clauses`; every article if there are none.
Node all_of(std::vector<Node> clauses) {
    if (clauses.size() == 1) {
        return std::move(clauses.front());
    }
    Node node;
    node.kind = clauses.empty() ? NodeKind::Everything : NodeKind::And;
    for (Node& clause : clauses) {
        if (clause.kind == NodeKind::And && clause.boost == 1) {  // as the parser gives it
            std::move(
                clause.children.begin(), clause.children.end(), std::back_inserter(node.children));
        } else {
            node.children.push_back(std::move(clause));
        }
    }
    return node;
}

class Diagnoser {
public:
    Diagnoser(const Node& tree, const DiagnosisTools& tools)
        : tree_(tree),
          tools_(tools),
          trials_(tools),
          clauses_(tree.kind == NodeKind::And && tree.boost == 1 ? tree.children
                                                                 : std::vector<Node>{tree}) {}

    Diagnosis run() {
        try {
            look();
        } catch (const compile::DeadlinePassed&) {
            diagnosis_.cut = true;
        }
        diagnosis_.complete =
            !diagnosis_.cut && !trials_.exhausted() && clauses_.size() <= kMaxCountedClauses;
        return std::move(diagnosis_);
    }

private:
    using Numbers = std::vector<std::size_t>;

    void look() {
        count_clauses();
        find_killers();
        correct_spelling();
        widen();
        move_to_nearest_day();
        leave_out();
    }

    void count_clauses() {
        const std::size_t counted = std::min(clauses_.size(), kMaxCountedClauses);
        for (std::size_t i = 0; i < counted; ++i) {
            const std::uint64_t articles = trials_.count(clauses_[i]).value_or(0);
            diagnosis_.clauses.push_back({print_query(clauses_[i]), clauses_[i].span, articles});
            (articles == 0 ? empty_ : found_).push_back(i);
        }
    }

    /// The clauses `numbers` joined by AND, with those that were not counted.
    [[nodiscard]] Node only(const Numbers& numbers) const {
        std::vector<Node> kept;
        for (const std::size_t number : numbers) {
            kept.push_back(clauses_[number]);
        }
        kept.insert(kept.end(),
                    clauses_.begin() +
                        static_cast<std::ptrdiff_t>(std::min(clauses_.size(), kMaxCountedClauses)),
                    clauses_.end());
        return all_of(std::move(kept));
    }

    [[nodiscard]] static Numbers leave(Numbers numbers, std::size_t number) {
        numbers.erase(std::remove(numbers.begin(), numbers.end(), number), numbers.end());
        return numbers;
    }

    void find_killers() {
        for (const std::size_t number : empty_) {
            diagnosis_.killers.push_back({number});
        }
        if (!empty_.empty() || clauses_.size() < 2) {
            return;
        }
        find_pairs();
        if (diagnosis_.killers.empty() && clauses_.size() <= kMaxCountedClauses) {
            // Leave out one clause after the other as long as what is left finds nothing.
            Numbers set = found_;
            for (const std::size_t number : found_) {
                const Numbers smaller = leave(set, number);
                if (!smaller.empty() && trials_.count(only(smaller)) == std::uint64_t{0}) {
                    set = smaller;
                }
            }
            diagnosis_.killers.push_back(std::move(set));
        }
    }

    void find_pairs() {
        const std::size_t size = found_.size();
        if (size * (size - 1) / 2 > kMaxPairs) {
            return;
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = i + 1; j < size; ++j) {
                const Node pair = all_of({clauses_[found_[i]], clauses_[found_[j]]});
                if (trials_.count(pair) == std::uint64_t{0}) {
                    diagnosis_.killers.push_back({found_[i], found_[j]});
                }
            }
        }
    }

    /// Offers `tree` if it finds anything; whether it does.
    bool offer(Change change, const Node& tree, const std::string& reason) {
        const std::uint64_t articles = trials_.count(tree).value_or(0);
        std::string query = print_query(tree);
        if (articles == 0 || std::any_of(diagnosis_.suggestions.begin(),
                                         diagnosis_.suggestions.end(),
                                         [&](const Suggestion& s) { return s.query == query; })) {
            return articles > 0;
        }
        diagnosis_.suggestions.push_back({change, tree, std::move(query), articles, reason});
        return true;
    }

    void correct_spelling() {
        const DiagnosisTools counted{tools_.reader,
                                     tools_.compiler,
                                     [this](const Node& tree) { return trials_.count(tree); },
                                     [this](const Node& tree, bool newest_first) {
                                         return trials_.first_day(tree, newest_first);
                                     }};
        diagnosis_.spelling = check_spelling(tree_, 0, counted);
        if (diagnosis_.spelling) {
            diagnosis_.suggestions.push_back(diagnosis_.spelling->query);
        }
    }

    /// First the clauses that find nothing alone; where none does, each that is to blame.
    void widen() {
        if (!empty_.empty()) {
            std::vector<Node> clauses = clauses_;
            std::string reasons;
            for (const std::size_t number : empty_) {
                for (const WiderClause& wider : wider_clauses(clauses_[number])) {
                    if (trials_.finds(wider.clause)) {
                        clauses[number] = wider.clause;
                        reasons += (reasons.empty() ? "" : "; ") + wider.reason;
                        break;
                    }
                }
            }
            if (!reasons.empty()) {
                offer(Change::Wider, all_of(std::move(clauses)), reasons);
            }
            return;
        }
        for (const Numbers& killer : diagnosis_.killers) {
            for (const std::size_t number : killer) {
                for (const WiderClause& wider : wider_clauses(clauses_[number])) {
                    std::vector<Node> clauses = clauses_;
                    clauses[number] = wider.clause;
                    if (offer(Change::Wider, all_of(std::move(clauses)), wider.reason)) {
                        return;
                    }
                }
            }
        }
    }

    void move_to_nearest_day() {
        for (std::size_t i = 0; i < diagnosis_.clauses.size(); ++i) {
            const Node& clause = clauses_[i];
            const bool is_published = clause.kind == NodeKind::Days &&
                                      clause.field->id == FieldId::Date && !clause.days.undated;
            if (!is_published) {
                continue;
            }
            if (const std::optional<sys_days> day = nearest_day(i)) {
                std::vector<Node> clauses = clauses_;
                clauses[i].days = {*day, *day + days(1), false, false};
                const std::string asked = diagnosis_.clauses[i].clause;
                if (offer(Change::Nearest,
                          all_of(std::move(clauses)),
                          "the nearest day to " + asked + " is " + time::format_day(*day))) {
                    return;
                }
            }
        }
    }

    /// The day nearest to the period of clause `number` on which the other clauses find anything.
    [[nodiscard]] std::optional<sys_days> nearest_day(std::size_t number) {
        const parse::DayRange asked = clauses_[number].days;
        const auto find = [&](parse::DayRange range, bool newest_first) {
            std::vector<Node> clauses = clauses_;
            clauses[number].days = range;
            return trials_.first_day(all_of(std::move(clauses)), newest_first);
        };
        const std::optional<sys_days> before =
            asked.from ? find({std::nullopt, asked.from, false, false}, true) : std::nullopt;
        const std::optional<sys_days> after =
            asked.to ? find({asked.to, std::nullopt, false, false}, false) : std::nullopt;
        if (!before || !after) {
            return before ? before : after;
        }
        return *after - (*asked.to - days(1)) < *asked.from - *before ? after : before;
    }

    void leave_out() {
        Numbers all(diagnosis_.clauses.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        std::optional<Numbers> kept;
        if (!empty_.empty()) {
            kept = trials_.finds(only(found_)) ? std::optional(found_) : std::nullopt;
        } else {
            kept = without_one(all);
        }
        if (!kept) {
            kept = as_many_as_find();
        }
        if (kept->empty() || kept->size() == all.size() || !has_content(only(*kept))) {
            return;
        }
        std::string reason = "without ";
        bool first = true;
        for (const std::size_t number : all) {
            if (std::find(kept->begin(), kept->end(), number) == kept->end()) {
                reason += (first ? "" : ", ") + diagnosis_.clauses[number].clause;
                first = false;
            }
        }
        offer(Change::Without, only(*kept), reason);
    }

    /// All but one, so that the fewest articles are found: what is left says most.
    std::optional<Numbers> without_one(const Numbers& all) {
        std::optional<Numbers> best;
        std::uint64_t fewest = 0;
        for (const std::size_t number : all) {
            const Numbers rest = leave(all, number);
            const Node tree = only(rest);
            const std::uint64_t articles = has_content(tree) ? trials_.count(tree).value_or(0) : 0;
            if (articles > 0 && (!best || articles < fewest)) {
                best = rest;
                fewest = articles;
            }
        }
        return best;
    }

    /// The rarest clause, and each less rare one with which something is still found.
    Numbers as_many_as_find() {
        Numbers by_count = found_;
        std::stable_sort(by_count.begin(), by_count.end(), [&](std::size_t a, std::size_t b) {
            return diagnosis_.clauses[a].articles < diagnosis_.clauses[b].articles;
        });
        Numbers kept;
        for (const std::size_t number : by_count) {
            Numbers more = kept;
            more.push_back(number);
            std::sort(more.begin(), more.end());
            if (trials_.finds(only(more))) {
                kept = std::move(more);
            }
        }
        return kept;
    }

    const Node& tree_;
    const DiagnosisTools& tools_;
    Trials trials_;
    std::vector<Node> clauses_;
    Numbers empty_;  ///< of the counted clauses those that find nothing alone
    Numbers found_;  ///< the others
    Diagnosis diagnosis_;
};

}  // namespace

Diagnosis diagnose(const Node& tree, const DiagnosisTools& tools) {
    return Diagnoser(tree, tools).run();
}

}  // namespace dateline::search
