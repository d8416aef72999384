// Words are exchanged one by one: what a surname has become in a full name it is alone, too.
#include "indexer/train/variation.hpp"

#include "common/base/utf8.hpp"
#include "indexer/analysis/letters.hpp"
#include "indexer/analysis/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace dateline::train {

namespace {

constexpr unsigned kInventedPercent = 35;
constexpr unsigned kPlacePercent = 65;
constexpr unsigned kOrganisationPercent = 80;
constexpr unsigned kCapitalTitlePercent = 33;

std::string upper_form(std::string_view text) {
    std::string upper;
    for (const char byte : text) {
        upper += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 0x20) : byte;
    }
    return upper;
}

bool is_all_upper(std::string_view word) {
    return word.size() > 1 && upper_form(word) == word;
}

bool is_capital(std::string_view word) {
    return analysis::letter_of(decode_utf8(word, 0).code_point).kind == analysis::LetterKind::Upper;
}

// The border of characters in the middle of `name`.
std::size_t middle_of(std::string_view name) {
    return truncate_utf8(name, name.size() / 2).size();
}

class Variation {
public:
    Variation(const LabelledText& text, const NamePools& pools, Random& random)
        : text_(text), pools_(pools), random_(random) {}

    LabelledText run() {
        for (const LabelledName& name : text_.names) {
            if (name.type == MentionType::Person) {
                learn_person(words_of(bytes_of(name)));
            }
        }
        LabelledText result{.name = text_.name, .text = {}, .names = {}, .weight = text_.weight};
        std::size_t done = 0;
        for (const LabelledName& name : text_.names) {
            result.text += text_.text.substr(done, name.start_bytes - done);
            const auto start = static_cast<std::uint32_t>(result.text.size());
            result.text += replacement(name);
            result.names.push_back({.type = name.type,
                                    .start_bytes = start,
                                    .end_bytes = static_cast<std::uint32_t>(result.text.size())});
            done = name.end_bytes;
        }
        result.text += text_.text.substr(done);
        if (random_.chance(kCapitalTitlePercent)) {
            const std::size_t end = std::min(result.text.find('\n'), result.text.size());
            result.text.replace(0, end, upper_form(result.text.substr(0, end)));
        }
        return result;
    }

private:
    using Words = std::vector<std::string_view>;

    [[nodiscard]] std::string_view bytes_of(const LabelledName& name) const {
        return std::string_view(text_.text)
            .substr(name.start_bytes, name.end_bytes - name.start_bytes);
    }

    static Words words_of(std::string_view name) {
        Words words;
        while (!name.empty()) {
            const std::size_t end = std::min(name.find(' '), name.size());
            if (end > 0) {
                words.push_back(name.substr(0, end));
            }
            name.remove_prefix(std::min(end + 1, name.size()));
        }
        return words;
    }

    const std::string& any_of(const std::vector<std::string>& names) {
        return names[random_.below(names.size())];
    }

    std::string family_name() {
        const std::string& name = any_of(pools_.family);
        if (!random_.chance(kInventedPercent)) {
            return name;
        }
        const std::string& other = any_of(pools_.family);
        return name.substr(0, middle_of(name)) + other.substr(middle_of(other));
    }

    // Gives every word of a person's name its other word, once.
    void learn_person(const Words& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string lower = analysis::lower_form(words[i]);
            const bool initial = words[i].size() <= 2 || words[i].ends_with('.');
            if (!is_capital(words[i]) || initial || people_.contains(lower)) {
                continue;
            }
            const bool family = i + 1 == words.size();
            people_[lower] = family ? family_name() : any_of(pools_.given);
        }
    }

    [[nodiscard]] std::string joined(const Words& words) const {
        std::string result;
        for (const std::string_view word : words) {
            const auto other = people_.find(analysis::lower_form(word));
            const std::string plain(word);
            const std::string& put = other == people_.end() ? plain : other->second;
            result += result.empty() ? "" : " ";
            result += is_all_upper(word) ? upper_form(put) : put;
        }
        return result;
    }

    std::string replacement(const LabelledName& name) {
        const std::string_view bytes = bytes_of(name);
        if (name.type == MentionType::Person) {
            return joined(words_of(bytes));
        }
        const std::string lower = analysis::lower_form(bytes);
        const auto [known, is_new] = others_.try_emplace(lower, "");
        if (is_new) {
            known->second =
                name.type == MentionType::Place ? place_for(bytes) : organisation_for(bytes);
        }
        if (known->second.empty()) {
            return std::string(bytes);
        }
        return is_all_upper(bytes) ? upper_form(known->second) : known->second;
    }

    // "" where the name stays: countries keep half of theirs, and names with small words inside
    // (`Bay of Bengal`) or a common noun at the end (`Gorge Road`) are more than a name.
    std::string place_for(std::string_view name) {
        if (pools_.places.empty() || !random_.chance(kPlacePercent)) {
            return {};
        }
        const bool country = std::find(pools_.countries.begin(), pools_.countries.end(), name) !=
                             pools_.countries.end();
        if (country) {
            return random_.chance(50) ? any_of(pools_.countries) : std::string();
        }
        const Words words = words_of(name);
        const bool upper = is_all_upper(name);
        if (words.size() > 1 && !upper) {
            return {};
        }
        return upper && name.size() <= 4 ? std::string() : any_of(pools_.places);
    }

    std::string organisation_for(std::string_view name) {
        const Words words = words_of(name);
        if (words.size() > 1) {
            const std::string other = joined(words);
            return other == name ? std::string() : other;
        }
        if (pools_.organisations.empty() || is_all_upper(name) ||
            !random_.chance(kOrganisationPercent)) {
            return {};
        }
        return any_of(pools_.organisations);
    }

    const LabelledText& text_;
    const NamePools& pools_;
    Random& random_;
    std::map<std::string, std::string> people_;  // by lower form of a word
    std::map<std::string, std::string> others_;  // by lower form of a whole name
};

}  // namespace

LabelledText with_other_names(const LabelledText& text, const NamePools& pools, Random& random) {
    return Variation(text, pools, random).run();
}

}  // namespace dateline::train
