// Quotes that are speech, and their speakers.
#include "indexer/analysis/quotes/quotes.hpp"

#include "common/base/utf8.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/quotes/attribution.hpp"
#include "indexer/analysis/quotes/quote_marks.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

namespace dateline::analysis {
namespace {

/// Fewer words are no speech unless a word of speech stands beside them.
constexpr std::size_t kMinWords = 3;

bool begins_small(std::string_view word) {
    const std::string folded = text::fold(word.substr(0, decode_utf8(word, 0).size_bytes));
    return word.starts_with(folded);
}

/// How a quote looks without the words beside it; see find_quotes().
enum class Look { Brief, Title, Speech };

Look look_of(std::string_view quoted) {
    static thread_local text::Tokenizer tokenizer;
    static thread_local text::TokenList list;
    tokenizer.tokenize(quoted, list);
    const std::vector<text::Token>& tokens = list.tokens();
    const bool characters = !tokens.empty() && tokens.front().kind == text::TokenKind::Character;
    if (tokens.size() < (characters ? 2 * kMinWords : kMinWords)) {
        return Look::Brief;
    }
    const auto small =
        std::count_if(tokens.begin() + 1, tokens.end(), [&](const text::Token& token) {
            return begins_small(quoted.substr(token.start_bytes));
        });
    const bool speaks = characters || quoted.find(',') != std::string_view::npos ||
                        2 * static_cast<std::size_t>(small) > tokens.size() - 1;
    return speaks ? Look::Speech : Look::Title;
}

class QuoteFinder {
public:
    QuoteFinder(std::string_view text,
                std::span<const Mention> mentions,
                std::string_view language,
                const std::vector<QuotedRange>& ranges)
        : text_(text),
          mentions_(mentions),
          ranges_(ranges),
          words_(text, mentions, language, ranges) {
        for (std::size_t end = text.find("\n\n"); end != std::string_view::npos;
             end = text.find("\n\n", end + 2)) {
            paragraphs_.push_back(end + 2);
        }
    }

    std::vector<Quote> find() {
        for (std::size_t i = 0; i < ranges_.size(); ++i) {
            add(i);
        }
        return std::move(quotes_);
    }

private:
    void add(std::size_t number) {
        const QuotedRange& range = ranges_[number];
        const std::uint32_t before = number == 0 ? 0 : ranges_[number - 1].outer_end;
        const std::uint32_t behind = number + 1 < ranges_.size()
                                         ? ranges_[number + 1].outer_start
                                         : std::numeric_limits<std::uint32_t>::max();
        const std::size_t paragraph = paragraph_start(range.outer_start);
        const Look look =
            look_of(text_.substr(range.start_bytes, range.end_bytes - range.start_bytes));
        Attribution found = words_.beside(range, before, behind, look == Look::Brief);
        if (!found.is_speech && look != Look::Speech) {
            return;
        }
        if (!found.is_speech && words_.opens_sentence(range, before)) {
            found.speaker = inherited(range, before, paragraph);
        }
        Quote quote{range.start_bytes, range.end_bytes, {}, {}, "rules"};
        if (found.speaker) {
            quote.speaker_id = mentions_[*found.speaker].id;
            quote.speaker_name = mentions_[*found.speaker].name;
        }
        last_speaker_ = found.speaker;
        last_end_ = range.outer_end;
        last_paragraph_ = paragraph_start(range.end_bytes);
        quotes_.push_back(std::move(quote));
    }

    /// Who says a quote that has no word of speech beside it.
    [[nodiscard]] std::optional<std::size_t> inherited(const QuotedRange& range,
                                                       std::uint32_t before,
                                                       std::size_t paragraph) const {
        const std::uint32_t from = std::max(before, static_cast<std::uint32_t>(paragraph));
        const Attribution indirect = words_.last_between(from, range.outer_start);
        if (indirect.is_speech) {
            return indirect.speaker;
        }
        const bool in_paragraph = !quotes_.empty() && last_paragraph_ == paragraph;
        if (in_paragraph) {
            return last_speaker_;
        }
        // A whole paragraph of speech goes on from the one before it.
        const bool whole = range.outer_start == paragraph &&
                           (range.outer_end >= text_.size() || text_[range.outer_end] == '\n');
        const bool follows = !quotes_.empty() && paragraph >= 2 &&
                             last_paragraph_ == paragraph_start(paragraph - 2) &&
                             last_end_ <= paragraph;
        return whole && follows ? last_speaker_ : std::nullopt;
    }

    /// The first byte of the paragraph of `at`.
    [[nodiscard]] std::size_t paragraph_start(std::size_t at) const {
        return *std::prev(std::upper_bound(paragraphs_.begin(), paragraphs_.end(), at));
    }

    std::string_view text_;
    std::span<const Mention> mentions_;
    const std::vector<QuotedRange>& ranges_;
    AttributionText words_;
    std::vector<std::size_t> paragraphs_ = {0};  ///< first bytes
    std::vector<Quote> quotes_;
    std::optional<std::size_t> last_speaker_;  ///< of the quote before
    std::uint32_t last_end_ = 0;
    std::size_t last_paragraph_ = 0;
};

}  // namespace

std::vector<Quote> find_quotes(std::string_view text,
                               std::span<const Mention> mentions,
                               std::string_view language) {
    const std::vector<QuotedRange> ranges = find_quoted_ranges(text);
    if (ranges.empty()) {
        return {};
    }
    return QuoteFinder(text, mentions, language.substr(0, language.find('-')), ranges).find();
}

}  // namespace dateline::analysis
