// Forms of names first, from the longest to the shortest; mentions follow their form.
#include "indexer/analysis/people/organisation_joins.hpp"

#include "indexer/analysis/people/one_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dateline::analysis {

namespace {

using names::OrganisationName;

// With more organisations than this a text is a list; only the longest names get short forms.
constexpr std::size_t kMostCompared = 300;

bool is_acronym_of(const OrganisationName& acronym, const OrganisationName& name) {
    if (!acronym.acronym || name.words.size() < 2) {
        return false;
    }
    std::string letters = acronym.words[0];
    std::erase_if(letters, [](char byte) { return byte < 'a' || byte > 'z'; });
    return letters == name.initials || letters == name.all_initials;
}

bool begins(const OrganisationName& part, const OrganisationName& name) {
    return std::equal(part.words.begin(), part.words.end(), name.words.begin());
}

bool ends(const OrganisationName& part, const OrganisationName& name) {
    return std::equal(part.words.rbegin(), part.words.rend(), name.words.rbegin());
}

// The House is not short for its House Ways and Means Committee.
bool is_committee(const OrganisationName& name) {
    return name.words.back() == "committee" || name.words.back() == "subcommittee";
}

// Whether `part` is short for `whole` in a text that has both.
bool is_short_for(const OrganisationMention& part, const OrganisationMention& whole) {
    if (part.name.words.empty() || part.name.words.size() >= whole.name.words.size()) {
        return false;
    }
    const bool other = !part.known_id.empty() && part.known_id != whole.known_id;
    // What a name ends in is often short for another organisation too: United for an airline.
    return (begins(part.name, whole.name) && !other && !is_committee(whole.name)) ||
           (ends(part.name, whole.name) && (!other || part.known_by_alias));
}

// Whether what stands between two names, and behind them, says that they are one organisation's.
bool is_definition(std::string_view between, std::string_view behind) {
    constexpr std::array kWords = std::to_array<std::string_view>({", or ",
                                                                   ", or the ",
                                                                   ", known as ",
                                                                   ", known as the ",
                                                                   ", also known as ",
                                                                   ", called ",
                                                                   ", as the ",
                                                                   ", abbreviated as ",
                                                                   " - known as ",
                                                                   ", better known as "});
    if (between == " (" || between == " (the " || between == " [") {
        return behind.starts_with(')') || behind.starts_with(']');
    }
    return std::find(kWords.begin(), kWords.end(), between) != kWords.end();
}

class OrganisationJoiner {
public:
    OrganisationJoiner(std::string_view text, std::span<const OrganisationMention> mentions)
        : text_(text), mentions_(mentions) {
        result_.joins.resize(mentions.size());
    }

    JoinedOrganisations join() {
        find_definitions();
        for (const std::vector<std::size_t>& form : forms()) {
            const OrganisationJoin join = place_of(form);
            std::vector<std::size_t>& cluster = result_.clusters[join.cluster].forms;
            std::set<std::string_view> written;
            for (const std::size_t mention : form) {
                result_.joins[mention] = join;
                if (written.insert(mentions_[mention].written).second) {
                    cluster.push_back(mention);
                }
            }
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] const OrganisationName& name_of(std::size_t mention) const {
        return mentions_[mention].name;
    }

    static std::string key_of(const OrganisationName& name) {
        std::string key;
        for (const std::string& word : name.words) {
            key += word + ' ';
        }
        return key;
    }

    // `Full Name (ACRONYM)`, `Full Name, known as Short` and the other way round, by key of the
    // shorter name.
    void find_definitions() {
        for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
            const ByteRange first = mentions_[i].range;
            const ByteRange second = mentions_[i + 1].range;
            const std::string_view between =
                text_.substr(first.end_bytes, second.start_bytes - first.end_bytes);
            if (!is_definition(between, text_.substr(second.end_bytes))) {
                continue;
            }
            const bool shorter_behind = name_of(i + 1).words.size() <= name_of(i).words.size();
            const std::size_t shorter = shorter_behind ? i + 1 : i;
            if (name_of(shorter).words.size() == 1) {
                definitions_.emplace(key_of(name_of(shorter)),
                                     key_of(name_of(shorter_behind ? i : i + 1)));
            }
        }
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>> forms() const {
        std::map<std::string, std::vector<std::size_t>> by_key;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            by_key[key_of(name_of(i))].push_back(i);
        }
        std::vector<std::vector<std::size_t>> forms;
        for (auto& [key, form] : by_key) {
            forms.push_back(std::move(form));
        }
        std::stable_sort(forms.begin(), forms.end(), [&](const auto& left, const auto& right) {
            const OrganisationName& left_name = name_of(left[0]);
            const OrganisationName& right_name = name_of(right[0]);
            return left_name.words.size() != right_name.words.size()
                       ? left_name.words.size() > right_name.words.size()
                       : left[0] < right[0];
        });
        return forms;
    }

    OrganisationJoin place_of(const std::vector<std::size_t>& form) {
        const OrganisationMention& mention = mentions_[form[0]];
        const OrganisationName& name = mention.name;
        const auto definition = definitions_.find(key_of(name));
        // Permian Corp is another company than Permian Partners, and then so is Permian.
        const bool formal = std::any_of(
            form.begin(), form.end(), [&](std::size_t each) { return name_of(each).formal; });
        std::vector<std::size_t> fitting;
        JoinReason reason = JoinReason::Shortened;
        const std::size_t compared = std::min(result_.clusters.size(), kMostCompared);
        for (std::size_t i = 0; i < compared; ++i) {
            const OrganisationName& other = name_of(result_.clusters[i].forms[0]);
            if (definition != definitions_.end() && key_of(other) == definition->second) {
                return {.cluster = i, .reason = JoinReason::Acronym};
            }
            const bool acronym = is_acronym_of(name, other);
            const OrganisationMention& whole = mentions_[result_.clusters[i].forms[0]];
            if (acronym || (!formal && is_short_for(mention, whole))) {
                fitting.push_back(i);
                reason = acronym ? JoinReason::Acronym : JoinReason::Shortened;
            }
        }
        if (fitting.size() == 1) {
            return {.cluster = fitting[0], .reason = reason};
        }
        result_.clusters.emplace_back();
        return {.cluster = result_.clusters.size() - 1, .doubtful = fitting.size() > 1};
    }

    std::string_view text_;
    std::span<const OrganisationMention> mentions_;
    std::map<std::string, std::string> definitions_;
    JoinedOrganisations result_;
};

}  // namespace

std::vector<OrganisationMention> read_organisation_mentions(std::string_view text,
                                                            std::span<const NameMention> mentions) {
    std::vector<OrganisationMention> result;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const NameMention& mention = mentions[i];
        if (mention.type != MentionType::Org) {
            continue;
        }
        OrganisationMention read;
        read.mention = static_cast<std::uint32_t>(i);
        read.range = mention.range;
        read.written = name_in_line(text, mention.range);
        read.name = names::parse_organisation_name(read.written);
        if (!read.name.words.empty()) {
            result.push_back(std::move(read));
        }
    }
    return result;
}

JoinedOrganisations join_organisations(std::string_view text,
                                       std::span<const OrganisationMention> mentions) {
    return OrganisationJoiner(text, mentions).join();
}

}  // namespace dateline::analysis
