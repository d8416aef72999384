// The names of companies first, without their legal forms; then every other mention is looked up.
#include "indexer/analysis/company_names.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr NameClasses kGreatPlaces{
    NameClass::Country, NameClass::Region, NameClass::Division, NameClass::LargeCity};

// In ASCII small letters, with blanks for line breaks.
std::string key_of(std::string_view name) {
    std::string key(name);
    for (char& byte : key) {
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        byte = byte == '\n' ? ' ' : byte;
    }
    return key;
}

std::string_view last_word(std::string_view name) {
    return name.substr(name.find_last_of(" \n") + 1);
}

bool is_single(std::string_view name) {
    return name.find_first_of(" \n") == std::string_view::npos;
}

// `GAO`, in a text that need not be in capitals.
bool is_acronym(std::string_view name) {
    constexpr std::size_t least_bytes = 3;
    constexpr std::size_t most_bytes = 5;
    return name.size() >= least_bytes && name.size() <= most_bytes &&
           std::all_of(
               name.begin(), name.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
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
            const std::string_view name = bytes_of(mention);
            if (mention.type == MentionType::Org) {
                const std::string_view brief = without_legal_form(name);
                if (brief.size() < name.size()) {
                    companies_.insert(key_of(brief));
                    endings_.insert(key_of(last_word(brief)));
                }
            }
        }
        for (const NameMention& mention : mentions) {
            const std::string_view name = bytes_of(mention);
            const bool titled = !mention.honorific.empty();
            const bool full = !is_single(name) && !companies_.contains(key_of(name));
            if (mention.type == MentionType::Person && (titled || full)) {
                surnames_.insert(key_of(last_word(name)));
            }
        }
    }

    [[nodiscard]] bool is_organisation(const NameMention& mention) const {
        if (mention.type == MentionType::Place && is_only_organisation(mention)) {
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
            is_acronym(bytes_of(mention)) ? kGreatPlaces : gazetteer::kPlaceClasses;
        const std::string_view name = bytes_of(mention);
        // Stormont is what meets there, and where it meets.
        return (!is_single(name) || is_acronym(name)) && classes.has(NameClass::Organisation) &&
               !classes.has_any(places);
    }

    [[nodiscard]] bool is_company(const NameMention& mention) const {
        const std::string_view name = bytes_of(mention);
        const std::string key = key_of(name);
        if (!is_single(name)) {
            return companies_.contains(key);
        }
        const bool known = companies_.contains(key) ||
                           (mention.type == MentionType::Person && endings_.contains(key));
        return known && !surnames_.contains(key) &&
               !classes_of_(mention.range).has_any(kGreatPlaces);
    }

    [[nodiscard]] std::string_view bytes_of(const NameMention& mention) const {
        return text_.substr(mention.range.start_bytes,
                            mention.range.end_bytes - mention.range.start_bytes);
    }

    std::string_view text_;
    const ClassesOf& classes_of_;
    std::set<std::string> companies_;  // without legal forms
    std::set<std::string> endings_;    // their last words: John Labatt Ltd is called Labatt
    std::set<std::string> surnames_;   // of people with full names or titles
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
