// Snowball through Xapian. Most words of a text repeat, so the cache answers nearly every call.
#include "common/text/stemmer.hpp"

#include "common/base/hash.hpp"
#include "common/text/tokenizer.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace dateline::text {
namespace {

/// Words that the cache of one algorithm holds before it is emptied: some 10 MB.
constexpr std::size_t kMaxCachedWords = std::size_t{1} << 14U;

/// A language and its algorithm's name in Xapian (`Xapian::Stem::get_available_languages()`).
struct Algorithm {
    std::string_view language;
    const char* name;
};

/// Sorted by language.
constexpr std::array kAlgorithms{
    Algorithm{"ar", "arabic"},     Algorithm{"ca", "catalan"},   Algorithm{"da", "danish"},
    Algorithm{"de", "german"},     Algorithm{"en", "english"},   Algorithm{"es", "spanish"},
    Algorithm{"eu", "basque"},     Algorithm{"fi", "finnish"},   Algorithm{"fr", "french"},
    Algorithm{"ga", "irish"},      Algorithm{"hu", "hungarian"}, Algorithm{"hy", "armenian"},
    Algorithm{"id", "indonesian"}, Algorithm{"it", "italian"},   Algorithm{"lt", "lithuanian"},
    Algorithm{"nb", "norwegian"},  Algorithm{"ne", "nepali"},    Algorithm{"nl", "dutch"},
    Algorithm{"nn", "norwegian"},  Algorithm{"no", "norwegian"}, Algorithm{"pt", "portuguese"},
    Algorithm{"ro", "romanian"},   Algorithm{"ru", "russian"},   Algorithm{"sv", "swedish"},
    Algorithm{"ta", "tamil"},      Algorithm{"tr", "turkish"},
};

/// Index into kAlgorithms for the first part of `lang`.
std::optional<std::size_t> algorithm_of(std::string_view lang) noexcept {
    const std::string_view first = lang.substr(0, lang.find_first_of("-_"));
    const auto* const found = std::lower_bound(
        kAlgorithms.begin(), kAlgorithms.end(), first, [](const Algorithm& a, std::string_view b) {
            return a.language < b;
        });
    if (found == kAlgorithms.end() || found->language != first) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - kAlgorithms.begin());
}

/// Whether the algorithms must leave `word` alone: numbers, and initials such as `u.s`.
bool is_no_plain_word(std::string_view word) noexcept {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    });
}

/// The stems of words already seen: open addressing over a vector of entries.
class StemCache {
public:
    /// The stems of `exact`, or null. Valid until the next call of add().
    [[nodiscard]] const std::vector<std::string>* find(std::string_view exact,
                                                       std::uint64_t hash) const noexcept {
        if (slots_.empty()) {
            return nullptr;
        }
        for (std::size_t slot = hash & kSlotMask; slots_[slot] != 0;
             slot = (slot + 1) & kSlotMask) {
            const Entry& entry = entries_[slots_[slot] - 1];
            if (entry.hash == hash && entry.exact == exact) {
                return &entry.stems;
            }
        }
        return nullptr;
    }

    /// Adds a word that find() did not find. Valid until the next call.
    const std::vector<std::string>& add(std::string_view exact,
                                        std::uint64_t hash,
                                        std::vector<std::string> stems) {
        if (slots_.empty() || entries_.size() == kMaxCachedWords) {
            entries_.clear();
            slots_.assign(kSlotMask + 1, 0);
        }
        std::size_t slot = hash & kSlotMask;
        while (slots_[slot] != 0) {
            slot = (slot + 1) & kSlotMask;
        }
        entries_.push_back({hash, std::string(exact), std::move(stems)});
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        return entries_.back().stems;
    }

private:
    struct Entry {
        std::uint64_t hash;
        std::string exact;
        std::vector<std::string> stems;
    };

    static constexpr std::size_t kSlotMask = 2 * kMaxCachedWords - 1;

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< index into entries_ plus one; 0 is free
};

/// One algorithm at work.
struct Language {
    explicit Language(const char* name) : stem(name) {}

    Xapian::Stem stem;
    StemCache cache;
};

}  // namespace

struct Stemmer::State {
    std::array<std::unique_ptr<Language>, kAlgorithms.size()> languages;
    std::vector<std::string> unstemmed{std::string()};  ///< answer for words that keep their form
    std::string last_lang;                              ///< what last_algorithm belongs to
    std::optional<std::size_t> last_algorithm;

    const std::vector<std::string>& as_it_is(std::string_view folded) {
        unstemmed.front() = folded;
        return unstemmed;
    }
};

Stemmer::Stemmer() : state_(std::make_unique<State>()) {}
Stemmer::~Stemmer() = default;

bool Stemmer::has_algorithm(std::string_view lang) {
    return algorithm_of(lang).has_value();
}

const std::vector<std::string>& Stemmer::stems(std::string_view lang,
                                               std::string_view folded,
                                               std::string_view exact) {
    if (lang != state_->last_lang) {
        state_->last_algorithm = algorithm_of(lang);
        state_->last_lang = lang;
    }
    if (!state_->last_algorithm || is_no_plain_word(folded)) {
        return state_->as_it_is(folded);
    }
    const std::size_t index = *state_->last_algorithm;
    std::unique_ptr<Language>& language = state_->languages[index];
    if (!language) {
        language = std::make_unique<Language>(kAlgorithms[index].name);
    }
    const std::uint64_t hash = hash64(exact);
    if (const std::vector<std::string>* const known = language->cache.find(exact, hash)) {
        return *known;
    }
    std::vector<std::string> stems{language->stem(std::string(folded))};
    if (exact != folded) {
        std::string other = fold(language->stem(std::string(exact)));
        if (other != stems.front()) {
            stems.push_back(std::move(other));
        }
    }
    for (std::string& stem : stems) {
        if (stem.empty()) {
            stem = folded;
        }
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return language->cache.add(exact, hash, std::move(stems));
}

}  // namespace dateline::text
