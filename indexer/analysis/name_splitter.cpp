// Each mention by itself, with what the text calls organisations elsewhere.
#include "indexer/analysis/name_splitter.hpp"

#include <array>
#include <optional>
#include <set>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// Words that go on with a name behind `Bank and`, `Co and`.
bool goes_on(std::string_view word) {
    constexpr std::array<std::string_view, 16> words{"Co",
                                                     "Co.",
                                                     "Company",
                                                     "Sons",
                                                     "Son",
                                                     "Brothers",
                                                     "Bros",
                                                     "Associates",
                                                     "Partners",
                                                     "Trust",
                                                     "Savings",
                                                     "Subsidiaries",
                                                     "Loan",
                                                     "Banking",
                                                     "NV",
                                                     "SA"};
    return word.empty() || !is_capital(word[0]) || is_in(words, word) || is_legal_form(word);
}

class Splitter {
public:
    Splitter(std::string_view text,
             const std::vector<NameMention>& mentions,
             const ClassesOf& classes_of)
        : text_(text), classes_of_(classes_of) {
        for (const NameMention& mention : mentions) {
            if (mention.type == MentionType::Org) {
                names_.insert(bytes_of(text, mention.range));
            }
        }
    }

    // Adds `mention`, or what it is made of; `next` is the one behind it, or null.
    void add(NameMention mention, const NameMention* next, std::vector<NameMention>& result) const {
        if (mention.type == MentionType::Org) {
            take_country(mention, result);
            if (const std::size_t person = person_at_end(mention.range); person > 0) {
                const std::uint32_t start = mention.range.start_bytes;
                result.push_back(organisation({start, start + offset(person)}));
                mention.type = MentionType::Person;
                mention.range.start_bytes = start + offset(person + 1);
                result.push_back(mention);
                return;
            }
            for (auto cut = two_companies(mention.range); cut; cut = two_companies(mention.range)) {
                result.push_back(organisation({mention.range.start_bytes, cut->end_bytes}));
                mention.range.start_bytes = cut->start_bytes;
            }
        }
        const std::size_t of = bytes_of(text_, mention.range).find(kOf);
        if (mention.type == MentionType::Person && mention.honorific.empty() &&
            of != std::string_view::npos) {
            add_person_of(mention, of, next, result);
        } else {
            result.push_back(mention);
        }
    }

private:
    static constexpr std::string_view kAnd = " and ";
    static constexpr std::string_view kOwner = "'s ";
    static constexpr std::string_view kTypeset = "\xE2\x80\x99s ";
    static constexpr std::string_view kComma = ", ";
    static constexpr std::string_view kOf = " of ";

    // `United Kingdom's Royal Air Force`: a country, and what it has.
    void take_country(NameMention& mention, std::vector<NameMention>& result) const {
        const std::string_view name = bytes_of(text_, mention.range);
        const std::size_t plain = name.find(kOwner);
        const std::size_t at = plain == std::string_view::npos ? name.find(kTypeset) : plain;
        if (at == std::string_view::npos) {
            return;
        }
        const std::uint32_t start = mention.range.start_bytes;
        NameMention country = organisation({start, start + offset(at)});
        if (classes_of_(country.range).has(NameClass::Country) &&
            !classes_of_(mention.range).has(NameClass::Organisation)) {
            country.type = MentionType::Place;
            result.push_back(country);
            const std::size_t size = plain == at ? kOwner.size() : kTypeset.size();
            mention.range.start_bytes = start + offset(at + size);
        }
    }

    // `Office of Management and Budget James Miller`: the bytes of the known organisation before a
    // given name and a surname; 0 if the name is anything else.
    [[nodiscard]] std::size_t person_at_end(ByteRange range) const {
        const std::string_view name = bytes_of(text_, range);
        const std::size_t surname = name.rfind(' ');
        const std::size_t given = surname == std::string_view::npos || surname == 0
                                      ? surname
                                      : name.rfind(' ', surname - 1);
        if (given == std::string_view::npos || given == 0 ||
            classes_of_(range).has(NameClass::Organisation)) {
            return 0;
        }
        const auto classes = [&](std::size_t from, std::size_t to) {
            return classes_of_({range.start_bytes + offset(from), range.start_bytes + offset(to)});
        };
        const NameClasses first = classes(given + 1, surname);
        const bool person = first.has(NameClass::GivenName) && !first.has(NameClass::CommonWord) &&
                            !first.has_any(kGreatPlaces) &&
                            classes(surname + 1, name.size()).has(NameClass::FamilyName);
        return person && classes(0, given).has(NameClass::Organisation) ? given : 0;
    }

    // What stands between two companies in `range`, as the end of the first and the start of the
    // second.
    struct Cut {
        std::uint32_t end_bytes = 0;
        std::uint32_t start_bytes = 0;
    };

    [[nodiscard]] std::optional<Cut> two_companies(ByteRange range) const {
        const std::string_view name = bytes_of(text_, range);
        for (const std::string_view sign : {kAnd, kOwner, kTypeset, kComma}) {
            for (std::size_t at = name.find(sign); at != std::string_view::npos;
                 at = name.find(sign, at + 1)) {
                const std::string_view left = name.substr(0, at);
                const std::string_view right = name.substr(at + sign.size());
                if (sign == kAnd ? are_two(left, right) : are_two_companies(left, right, sign)) {
                    const std::uint32_t end = range.start_bytes + offset(at);
                    return Cut{end, end + offset(sign.size())};
                }
            }
        }
        return std::nullopt;
    }

    // `Acme Inc's Tulser Co`, `Acme Inc, Tulser Co`
    static bool are_two_companies(std::string_view left,
                                  std::string_view right,
                                  std::string_view sign) {
        const bool long_enough =
            left.find(' ') != std::string_view::npos && right.find(' ') != std::string_view::npos;
        return long_enough && is_legal_form(last_word(left)) && is_capital(right[0]) &&
               (sign != kComma || is_legal_form(last_word(right)));
    }

    [[nodiscard]] bool are_two(std::string_view left, std::string_view right) const {
        if (goes_on(first_word(right))) {
            return false;
        }
        const bool both = names_.contains(left) && names_.contains(right);
        const bool banks = last_word(left) == "Bank" && right.find(' ') != std::string_view::npos &&
                           (is_legal_form(last_word(right)) || last_word(right) == "Bank");
        return both || is_legal_form(last_word(left)) || banks;
    }

    // Whether the lists know the name, or the text has it alone.
    [[nodiscard]] bool is_organisation(ByteRange range) const {
        const NameClasses classes = classes_of_(range);
        return names_.contains(bytes_of(text_, range)) ||
               (classes.has(NameClass::Organisation) && !classes.has_any(gazetteer::kPlaceClasses));
    }

    void add_person_of(NameMention mention,
                       std::size_t of,
                       const NameMention* next,
                       std::vector<NameMention>& result) const {
        NameMention behind = organisation(
            {mention.range.start_bytes + offset(of + kOf.size()), mention.range.end_bytes});
        const bool in_place =
            next != nullptr && next->type == MentionType::Place &&
            bytes_of(text_, {behind.range.end_bytes, next->range.start_bytes}) == ", ";
        if (in_place || classes_of_(behind.range).has_any(gazetteer::kPlaceClasses)) {
            behind.type = MentionType::Place;
        }
        const bool single = bytes_of(text_, mention.range).find(' ') == of;
        if (single && !is_organisation(behind.range)) {
            result.push_back(mention);  // Francis of Assisi, Joan of Arc
            return;
        }
        mention.range.end_bytes = mention.range.start_bytes + offset(of);
        result.push_back(mention);
        result.push_back(behind);
    }

    std::string_view text_;
    const ClassesOf& classes_of_;
    std::set<std::string_view> names_;
};

}  // namespace

std::vector<NameMention> split_names(std::string_view text,
                                     const std::vector<NameMention>& mentions,
                                     const ClassesOf& classes_of) {
    const Splitter splitter(text, mentions, classes_of);
    std::vector<NameMention> result;
    result.reserve(mentions.size());
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const NameMention* const next = i + 1 < mentions.size() ? &mentions[i + 1] : nullptr;
        splitter.add(mentions[i], next, result);
    }
    return result;
}

}  // namespace dateline::analysis
