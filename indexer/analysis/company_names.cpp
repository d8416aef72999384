// The names of companies first, without their legal forms; then every other mention is looked up.
#include "indexer/analysis/company_names.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// In ASCII small letters, with blanks for line breaks.
std::string key_of(std::string_view name) {
    std::string key(name);
    for (char& byte : key) {
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        byte = byte == '\n' ? ' ' : byte;
    }
    return key;
}

// What meets, rather than where it does.
bool is_chamber(std::string_view name) {
    const std::string key = key_of(name);
    return key == "parliament" || key == "congress" || key == "senate" || key == "house";
}

// `GAO`, in a text that need not be in capitals.
bool is_acronym(std::string_view name) {
    constexpr std::size_t least_bytes = 3;
    constexpr std::size_t most_bytes = 5;
    return name.size() >= least_bytes && name.size() <= most_bytes &&
           std::all_of(name.begin(), name.end(), is_capital);
}

std::string_view without_legal_form(std::string_view name) {
    while (!is_single(name) && is_legal_form(last_word(name))) {
        name.remove_suffix(last_word(name).size() + 1);
    }
    return name;
}

class CompanyNamer {
public:
    CompanyNamer(std::string_view text,
                 const std::vector<NameMention>& mentions,
                 const ClassesOf& classes_of)
        : text_(text), classes_of_(classes_of) {
        for (const NameMention& mention : mentions) {
            const std::string_view name = bytes_of(text_, mention.range);
            if (mention.type == MentionType::Org) {
                const std::string_view brief = without_legal_form(name);
                if (is_single(name)) {
                    organisations_.insert(key_of(name));
                } else {
                    firsts_.insert(key_of(first_word(name)));
                }
                if (brief.size() < name.size()) {
                    companies_.insert(key_of(brief));
                    endings_.insert(key_of(last_word(brief)));
                }
            }
        }
        for (const NameMention& mention : mentions) {
            const std::string_view name = bytes_of(text_, mention.range);
            if (mention.type != MentionType::Person) {
                continue;
            }
            const bool somebody = is_somebody(mention);
            const bool titled = !mention.honorific.empty();
            const bool full = !is_single(name) && !companies_.contains(key_of(name));
            if (somebody) {
                people_.insert(key_of(name));
            }
            if (titled || full || somebody) {
                surnames_.insert(key_of(last_word(name)));
            }
        }
    }

    [[nodiscard]] bool is_organisation(const NameMention& mention) const {
        if (mention.type == MentionType::Place &&
            (is_only_organisation(mention) || is_chamber(bytes_of(text_, mention.range)) ||
             is_branch(mention))) {
            return true;
        }
        if (mention.type == MentionType::Person && is_brief_for_known(mention)) {
            return true;
        }
        const bool candidate = mention.type != MentionType::Org && mention.honorific.empty();
        return candidate && !companies_.empty() && is_company(mention);
    }

private:
    // What the lists know for an organisation and for no place; of names in capitals, for no large
    // one: `GAO` is a town in Mali too.
    [[nodiscard]] bool is_only_organisation(const NameMention& mention) const {
        const NameClasses classes = classes_of_(mention.range);
        const NameClasses places =
            is_acronym(bytes_of(text_, mention.range)) ? kGreatPlaces : gazetteer::kPlaceClasses;
        const std::string_view name = bytes_of(text_, mention.range);
        // Stormont is what meets there, and where it meets.
        return (!is_single(name) || is_acronym(name)) && classes.has(NameClass::Organisation) &&
               !classes.has_any(places) && !opens_dateline(mention);
    }

    // `UNITED NATIONS, March 31 - `: where an article was written.
    [[nodiscard]] bool opens_dateline(const NameMention& mention) const {
        const std::string_view behind = text_.substr(mention.range.end_bytes);
        return (mention.range.start_bytes == 0 || text_[mention.range.start_bytes - 1] == '\n') &&
               (behind.starts_with(", ") || behind.starts_with(" (") || behind.starts_with(" - "));
    }

    // Whether the words around say that it is a human being: `Hilfiger, 73,`, `founded by Ralph
    // Lauren`, `Stewart was born`.
    [[nodiscard]] bool is_somebody(const NameMention& mention) const {
        const std::string_view behind = text_.substr(mention.range.end_bytes);
        constexpr auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
        constexpr std::size_t age_bytes = 5;  // ", 73," or ", 73."
        if (behind.size() >= age_bytes && behind.starts_with(", ") && is_digit(behind[2]) &&
            is_digit(behind[3]) && (behind[4] == ',' || behind[4] == '.' || behind[4] == ';')) {
            return true;
        }
        constexpr std::array<std::string_view, 7> before{
            "founded by ", "founder ", "designer ", "led by ", "born ", "widow of ", "son of "};
        constexpr std::array<std::string_view, 5> after{
            " was born", " is survived", " himself", " herself", " died "};
        const std::string_view text = text_.substr(0, mention.range.start_bytes);
        return std::any_of(before.begin(),
                           before.end(),
                           [&](std::string_view words) { return text.ends_with(words); }) ||
               std::any_of(after.begin(), after.end(), [&](std::string_view words) {
                   return behind.starts_with(words);
               });
    }

    // `Ford Australia`, `GM Europe`: a firm that is no place, and its country or region.
    [[nodiscard]] bool is_branch(const NameMention& mention) const {
        const std::string_view name = bytes_of(text_, mention.range);
        if (is_single(name) || classes_of_(mention.range).has_any(gazetteer::kPlaceClasses)) {
            return false;
        }
        const std::uint32_t start = mention.range.start_bytes;
        const auto first_bytes = static_cast<std::uint32_t>(first_word(name).size());
        const auto last_bytes = static_cast<std::uint32_t>(last_word(name).size());
        const NameClasses firm = classes_of_({start, start + first_bytes});
        const NameClasses places =
            is_acronym(first_word(name)) ? kGreatPlaces : gazetteer::kPlaceClasses;
        const bool known =
            firm.has(NameClass::Organisation) || organisations_.contains(key_of(first_word(name)));
        return known && !firm.has_any(places) &&
               classes_of_({mention.range.end_bytes - last_bytes, mention.range.end_bytes})
                   .has_any({NameClass::Country, NameClass::Region});
    }

    // `Ford` beside `Ford Australia`, where nobody else is called so.
    [[nodiscard]] bool is_brief_for_known(const NameMention& mention) const {
        const std::string_view name = bytes_of(text_, mention.range);
        const std::string key = key_of(name);
        return is_single(name) && mention.honorific.empty() && firsts_.contains(key) &&
               !surnames_.contains(key) && classes_of_(mention.range).has(NameClass::Organisation);
    }

    [[nodiscard]] bool is_company(const NameMention& mention) const {
        const std::string_view name = bytes_of(text_, mention.range);
        const std::string key = key_of(name);
        if (!is_single(name)) {
            return companies_.contains(key) && !people_.contains(key);
        }
        const bool known = companies_.contains(key) ||
                           (mention.type == MentionType::Person && endings_.contains(key));
        return known && !surnames_.contains(key) &&
               !classes_of_(mention.range).has_any(kGreatPlaces);
    }

    std::string_view text_;
    const ClassesOf& classes_of_;
    std::set<std::string> companies_;      // without legal forms
    std::set<std::string> organisations_;  // of one word
    std::set<std::string> firsts_;         // first words of all organisations' names
    std::set<std::string> endings_;        // their last words: John Labatt Ltd is called Labatt
    std::set<std::string> people_;         // who certainly are human beings
    std::set<std::string> surnames_;       // of people with full names or titles
};

}  // namespace

std::vector<NameMention> name_companies(std::string_view text,
                                        std::vector<NameMention> mentions,
                                        const ClassesOf& classes_of) {
    const CompanyNamer namer(text, mentions, classes_of);
    for (NameMention& mention : mentions) {
        if (namer.is_organisation(mention)) {
            mention.type = MentionType::Org;
        }
    }
    return mentions;
}

}  // namespace dateline::analysis
