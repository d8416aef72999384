// Spellings of proximity operators: our own, and those of Factiva, Lexis, Westlaw and KQL.
#include "query/parse/proximity.hpp"

#include "common/base/utf8.hpp"
#include "query/parse/marks.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline::parse {
namespace {

/// The distance that is taken where none is given (Xapian's NEAR).
constexpr std::uint32_t kDefaultDistance = 10;

/// A name before a number or a unit.
struct Name {
    std::string_view text;
    bool ordered;
    bool foreign;
    bool weak;
};

constexpr std::array<Name, 19> kNames = {{
    {"near/", false, false, false},  {"w/", false, false, false},   {"pre/", true, false, false},
    {"adj/", true, false, false},    {"onear/", true, true, false}, {"within/", false, true, false},
    {"around/", false, true, false}, {"onear", true, true, false},  {"near", false, true, false},
    {"adj", true, true, false},      {"pre", true, true, false},    {"n/", false, false, true},
    {"same/", false, false, true},   {"near:", false, false, true}, {"within:", false, false, true},
    {"adj:", true, false, true},     {"pre:", true, false, true},   {"/", false, false, true},
    {"+", true, false, true},
}};

constexpr std::array<std::string_view, 3> kSentence = {"s", "sent", "sentence"};
constexpr std::array<std::string_view, 4> kParagraph = {"p", "para", "paragraph", "seg"};

bool holds(std::span<const std::string_view> list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

Proximity together(Unit unit) {
    return {NodeKind::Together, 0, false, unit};
}

BadValue wrong(std::string_view word, const Proximity& meaning) {
    return {"foreign_operator",
            "there is no operator " + quoted(word),
            "write " + print_proximity(meaning)};
}

ProximityWord numbered(std::string_view word, const Name& name, std::string_view digits) {
    ProximityWord read;
    read.meaning.ordered = name.ordered;
    read.is_foreign = name.foreign;
    read.is_weak = name.weak;
    const auto distance = read_count(digits, kMaxDistance);
    const bool is_zero = digits.find_first_not_of('0') == std::string_view::npos;
    read.meaning.distance = distance.value_or(is_zero ? 1 : kMaxDistance);
    if (!distance) {
        read.bad = BadValue{
            "bad_distance",
            "the distance of " + quoted(word) + " is out of range",
            "distances are 1 to " + std::to_string(kMaxDistance) + " words" +
                (word.find('/') == std::string_view::npos ? "; what is no operator goes in quotes"
                                                          : "")};
    } else if (name.weak) {
        read.bad = wrong(word, read.meaning);
    }
    return read;
}

std::optional<ProximityWord> with_unit(std::string_view word,
                                       const Name& name,
                                       std::string_view unit) {
    const bool is_sentence = holds(kSentence, unit);
    if (!name.text.ends_with('/') && name.text != "+") {
        return std::nullopt;
    }
    if (!is_sentence && !holds(kParagraph, unit)) {
        return std::nullopt;
    }
    ProximityWord read;
    read.meaning = together(is_sentence ? Unit::Sentence : Unit::Paragraph);
    read.is_foreign = name.text != "w/" || unit.size() > 1;
    read.is_weak = name.weak;
    if (name.ordered || name.weak || unit == "seg") {
        read.bad = wrong(word, read.meaning);
    }
    return read;
}

std::optional<ProximityWord> without_number(std::string_view word) {
    ProximityWord read;
    if (word == "SAME") {
        read.meaning = together(Unit::Paragraph);
        read.is_foreign = true;
        return read;
    }
    const bool ordered = word == "ADJ" || word == "ONEAR" || word == "PRE";
    if (!ordered && word != "NEAR" && word != "AROUND" && word != "WITHIN") {
        return std::nullopt;
    }
    read.meaning.distance = word == "ADJ" ? 1 : kDefaultDistance;
    read.meaning.ordered = ordered;
    read.bad = BadValue{"bad_distance",
                        quoted(word) + " needs a number of words",
                        std::string("write ") + (ordered ? "pre/5" : "NEAR/5") +
                            "; to search for the word, put it in quotes"};
    return read;
}

}  // namespace

std::optional<ProximityWord> proximity_word(std::string_view word) {
    if (auto read = without_number(word)) {
        return read;
    }
    constexpr std::size_t longest = 40;  // no spelling is longer, but for zeros before a number
    if (word.size() > longest) {
        return std::nullopt;
    }
    const std::string lower = ascii_lower(word);
    for (const Name& name : kNames) {
        if (!lower.starts_with(name.text)) {
            continue;
        }
        const std::string_view rest = std::string_view(lower).substr(name.text.size());
        if (is_digits(rest)) {
            auto read = numbered(word, name, rest);
            const bool is_text = name.weak && read.bad->code == "bad_distance";  // 24 /7 2025
            return is_text ? std::nullopt : std::optional(std::move(read));
        }
        if (auto read = with_unit(word, name, rest)) {
            return read;
        }
    }
    return std::nullopt;
}

ProximityWord proximity_within(std::string_view digits) {
    return numbered(digits, kNames.front(), digits);
}

Proximity proximity_of(const Node& node) {
    return node.kind == NodeKind::Near
               ? Proximity{NodeKind::Near, node.distance, node.ordered, Unit::Sentence}
               : together(node.unit);
}

std::string print_proximity(const Proximity& proximity) {
    if (proximity.kind == NodeKind::Together) {
        return proximity.unit == Unit::Sentence ? "w/s" : "w/p";
    }
    return (proximity.ordered ? "pre/" : "NEAR/") + std::to_string(proximity.distance);
}

}  // namespace dateline::parse
