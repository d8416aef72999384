// One pass over a token stream for all words of a query.
#pragma once

#include "common/text/token_stream.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::compile {

/// Which codes are wanted, and for what.
class CodeIndex {
public:
    /// A reason to want a code.
    struct Use {
        std::size_t slot = 0;      ///< the list that gets its tokens
        std::uint32_t weight = 0;  ///< what each of them adds to the slot's weight
    };

    /// Wants `code` for `slot`. A second time for the same slot changes nothing; false if the
    /// weight was another one then.
    bool add(const std::string& code, std::size_t slot, std::uint32_t weight = 0);

    /// The uses of `code`; nullptr if it is not wanted.
    [[nodiscard]] const std::vector<Use>* find(std::string_view code) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view code) const noexcept {
            return std::hash<std::string_view>()(code);
        }
    };

    /// Most codes of a text are not wanted: their last two bytes say so, in most cases.
    [[nodiscard]] static std::size_t filter_bit(std::string_view code) noexcept;

    std::array<std::uint64_t, 256> filter_{};
    std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>> uses_;
};

/// The borders of an article, and where the wanted codes stand in it. Reused between articles.
struct ScannedText {
    std::vector<std::uint32_t> paragraph_of;         ///< of each token; the title is number 0
    std::vector<std::uint32_t> sentence_of;          ///< of each token, over the whole article
    std::uint32_t title_end = 0;                     ///< the first token of the body
    std::uint32_t lead_end = 0;                      ///< the first token behind the first paragraph
    std::vector<std::vector<std::uint32_t>> tokens;  ///< for each slot, ascending
    std::vector<std::uint64_t> weights;  ///< for each slot the sum over its tokens; one of the
                                         ///< title counts schema::kTitleWeight times
};

/// Reads `stream` into `text`, with `slots` lists of tokens.
void scan_stream(const text::TokenStream& stream,
                 const CodeIndex& codes,
                 std::size_t slots,
                 ScannedText& text);

}  // namespace dateline::compile
