// A walk over the sorted terms of each shard.
#include "query/compile/fuzzy_words.hpp"

#include "common/base/utf8.hpp"
#include "query/compile/edit_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace dateline::compile {
namespace {

/// Terms that are stepped over one by one before the list is asked to skip: a step costs a fraction
/// of a skip.
constexpr int kSteps = 4;

/// Whether words begin with `letter`. Terms with a prefix begin with a capital letter, and `#` and
/// `@` stand before tags, which are no words.
bool may_begin(char32_t letter) {
    return !(letter >= U'A' && letter <= U'Z') && letter != U'#' && letter != U'@';
}

/// Searches the terms of one shard.
class Walk {
public:
    Walk(const Xapian::Database& database,
         const std::string& term_prefix,
         std::string_view word,
         const FuzzyLimits& limits)
        : prefix_(term_prefix),
          limits_(limits),
          rows_(letters_of(word), limits.edits),
          term_(database.allterms_begin(term_prefix)),
          end_(database.allterms_end(term_prefix)) {}

    /// Adds what is found to `found`; whether all terms were searched.
    bool run(std::map<std::string, FuzzyWord>& found) {
        while (term_ != end_) {
            if (limits_.look_ups > 0 && looked_at_ >= limits_.look_ups) {
                return false;
            }
            ++looked_at_;
            if (!read(*term_)) {
                const std::optional<std::string> next = next_open();
                if (!next) {
                    return true;
                }
                move_to(*next);
                continue;
            }
            if (rows_.edits() <= limits_.edits) {
                const std::string word = (*term_).substr(prefix_.size());
                FuzzyWord& kept = found[word];
                kept.word = word;
                kept.edits = rows_.edits();
                kept.articles += term_.get_termfreq();
                if (limits_.words > 0 && found.size() > limits_.words) {
                    return false;
                }
            }
            ++term_;
        }
        return true;
    }

    [[nodiscard]] std::uint64_t looked_at() const noexcept { return looked_at_; }

private:
    /// Reads `term` as far as it may fit; whether that is all of it.
    bool read(const std::string& term) {
        std::size_t at = prefix_.size();
        std::size_t letters = 0;
        bool shared = true;  // with the term before
        while (at < term.size()) {
            const DecodedCodePoint next = decode_utf8(term, at);
            shared =
                shared && letters < rows_.read().size() && rows_.read()[letters] == next.code_point;
            if (!shared) {
                rows_.cut(letters);
                rows_.push(next.code_point);
            }
            ++letters;
            if (!shared && (!rows_.is_open() || (letters == 1 && !may_begin(next.code_point)))) {
                return false;
            }
            at += next.size_bytes;
        }
        rows_.cut(letters);
        return true;
    }

    /// The first term behind what was read last, which does not fit, that may fit.
    std::optional<std::string> next_open() {
        while (!rows_.read().empty()) {
            const char32_t last = rows_.read().back();
            rows_.cut(rows_.read().size() - 1);
            std::optional<char32_t> next = rows_.next_letter(last + 1);
            while (next && rows_.read().empty() && !may_begin(*next)) {
                next = rows_.next_letter(*next + 1);
            }
            if (next) {
                std::string term = prefix_;
                for (const char32_t letter : rows_.read()) {
                    append_utf8(term, letter);
                }
                append_utf8(term, *next);
                return term;
            }
        }
        return std::nullopt;
    }

    void move_to(const std::string& wanted) {
        for (int step = 0; step < kSteps && term_ != end_; ++step) {
            if (*term_ >= wanted) {
                return;
            }
            ++term_;
            ++looked_at_;
        }
        if (term_ != end_ && *term_ < wanted) {
            term_.skip_to(wanted);
        }
    }

    std::string prefix_;
    FuzzyLimits limits_;
    EditRows rows_;
    Xapian::TermIterator term_;
    Xapian::TermIterator end_;
    std::uint64_t looked_at_ = 0;
};

}  // namespace

FuzzyWords fuzzy_words(const storage::IndexReader& reader,
                       const std::string& term_prefix,
                       std::string_view word,
                       const FuzzyLimits& limits) {
    std::map<std::string, FuzzyWord> found;
    FuzzyWords result;
    for (const storage::ReadShard& shard : reader.shards()) {
        Walk walk(shard.database, term_prefix, word, limits);
        result.complete = walk.run(found) && result.complete;
        result.looked_at += walk.looked_at();
    }
    result.words.reserve(found.size());
    for (auto& [term, each] : found) {
        result.words.push_back(std::move(each));
    }
    return result;
}

}  // namespace dateline::compile
