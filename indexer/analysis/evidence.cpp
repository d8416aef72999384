// Counts are of the first pass, which is often wrong about a bare surname but seldom about a full
// name; the second pass has learned how far to trust them.
#include "indexer/analysis/evidence.hpp"

#include "common/gazetteer/name_class.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

// Families of features; those of features.cpp are below 100.
constexpr std::uint32_t kOthers = 100;
constexpr std::uint32_t kParts = 101;
constexpr std::uint32_t kBefore = 102;
constexpr std::uint32_t kAfter = 103;
constexpr std::uint32_t kOwn = 104;
constexpr std::uint32_t kOthersUse = 105;
constexpr std::uint32_t kFirm = 106;

constexpr std::size_t kOutside = 3;
constexpr std::uint32_t kSuffix =
    gazetteer::NameClasses{gazetteer::NameClass::OrganisationSuffix}.bits;

std::size_t type_number(Label label) {
    const std::optional<MentionType> type = type_of(label);
    return type ? static_cast<std::size_t>(*type) : kOutside;
}

void count(std::uint16_t& counter, int change) {
    counter = static_cast<std::uint16_t>(std::min(counter + change, 0xFFFE));
}

}  // namespace

TextEvidence::Use TextEvidence::use_at(const Sentence& sentence, std::size_t token) const {
    if (!text_.is_capital(token)) {
        return {};
    }
    const Label label = labels_[token];
    const std::size_t type = type_number(label);
    Use use{.type = static_cast<std::uint8_t>(type), .counted = true};
    if (type == kOutside) {
        return use;
    }
    const bool goes_on = token + 1 < sentence.end_token && labels_[token + 1] != Label::Outside &&
                         !is_begin(labels_[token + 1]);
    use.first = is_begin(label) && goes_on;
    use.last = !is_begin(label) && !goes_on;
    use.firm = use.first && label == Label::BeginOrg && is_firm(sentence, token);
    return use;
}

// Whether the name that begins at `token` ends as names of companies do.
bool TextEvidence::is_firm(const Sentence& sentence, std::size_t token) const {
    std::size_t last = token;
    while (last + 1 < sentence.end_token && labels_[last + 1] == Label::InsideOrg) {
        ++last;
    }
    return (text_.words().word_at(last).classes & kSuffix) != 0;
}

TextEvidence::TextEvidence(const TextFeatures& text, std::span<const Label> labels)
    : text_(text), labels_(labels.begin(), labels.end()), uses_(text.words().lower_forms()) {
    for (const Sentence& sentence : text_.tokenized().sentences) {
        for (std::size_t token = sentence.first_token; token < sentence.end_token; ++token) {
            const Use use = use_at(sentence, token);
            if (!use.counted) {
                continue;
            }
            Uses& uses = uses_[text_.words().word_at(token).lower_id];
            count(uses.types[use.type], 1);
            if (use.first) {
                count(uses.firsts[use.type], 1);
            }
            if (use.last) {
                count(uses.lasts[use.type], 1);
            }
            if (use.firm) {
                count(uses.firms, 1);
            }
        }
    }
}

TextEvidence::Uses TextEvidence::others(const Sentence& sentence, std::size_t token) const {
    Uses uses = uses_[text_.words().word_at(token).lower_id];
    const Use own = use_at(sentence, token);
    if (own.counted) {
        count(uses.types[own.type], -1);
        if (own.first) {
            count(uses.firsts[own.type], -1);
        }
        if (own.last) {
            count(uses.lasts[own.type], -1);
        }
        if (own.firm) {
            count(uses.firms, -1);
        }
    }
    return uses;
}

// The most frequent type among the other uses of the token's word, how clear and how frequent it
// is; 0 if there are none.
std::uint64_t TextEvidence::best_of_others(const Sentence& sentence, std::size_t token) const {
    if (!text_.is_capital(token)) {
        return 0;
    }
    const Uses uses = others(sentence, token);
    const auto best = std::max_element(uses.types.begin(), uses.types.end());
    int sum = 0;
    for (const std::uint16_t number : uses.types) {
        sum += number;
    }
    if (sum == 0) {
        return 0;
    }
    const auto type = static_cast<std::uint64_t>(best - uses.types.begin());
    const std::uint64_t clear = *best == sum ? 2 : (*best * 3 >= sum * 2 ? 1 : 0);
    const std::uint64_t often = std::min<std::uint64_t>(*best, 4);
    return 1 + type * 16 + clear * 5 + often;
}

// Which parts of names of each type the uses are.
std::uint64_t TextEvidence::parts_of(const Uses& uses) {
    std::uint64_t parts = 0;
    for (std::size_t type = 0; type < 3; ++type) {
        parts = parts * 16 + (uses.types[type] > 0 ? 1U : 0U) + (uses.firsts[type] > 0 ? 2U : 0U) +
                (uses.lasts[type] > 0 ? 4U : 0U);
    }
    return parts;
}

FeatureList TextEvidence::features(const Sentence& sentence, std::size_t token) const {
    FeatureList list;
    const auto own = static_cast<std::uint64_t>(labels_[token]);
    const auto near = [&](int distance) -> std::uint64_t {
        const std::int64_t at = static_cast<std::int64_t>(token) + distance;
        if (at < sentence.first_token || at >= sentence.end_token) {
            return 99;
        }
        const auto neighbour = static_cast<std::size_t>(at);
        return best_of_others(sentence, neighbour) * 8 +
               static_cast<std::uint64_t>(labels_[neighbour]);
    };
    list.add(feature_of(kOwn, own));
    list.add(feature_of(kBefore, near(-1) * 8 + own));
    list.add(feature_of(kAfter, near(1) * 8 + own));
    if (text_.is_capital(token)) {
        const Uses uses = others(sentence, token);
        const std::uint64_t parts = parts_of(uses);
        if (uses.firms > 0) {
            list.add(feature_of(kFirm, (uses.lasts[0] > 0 ? 8U : 0U) + own));
        }
        const std::uint64_t best = best_of_others(sentence, token);
        const WordUse& use = text_.words().use_of(text_.words().word_at(token));
        list.add(feature_of(kOthers, best * 8 + own));
        list.add(feature_of(kParts, (parts * 2 + (uses.types[kOutside] > 0 ? 1U : 0U)) * 8 + own));
        list.add(
            feature_of(kOthersUse,
                       (best * 4 + (use.small ? 2U : 0U) + (use.after_title ? 1U : 0U)) * 8 + own));
    }
    return list;
}

}  // namespace dateline::analysis
