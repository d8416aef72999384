// Cuts codes at their stop bits and looks each up once.
#include "query/compile/stream_scan.hpp"

#include "common/schema/title_weight.hpp"
#include "common/text/word_codes.hpp"

#include <algorithm>

namespace dateline::compile {
namespace {

std::size_t code_end(std::string_view codes, std::size_t begin) noexcept {
    std::size_t end = begin;
    while (end < codes.size() && (static_cast<unsigned char>(codes[end]) & 0x80U) == 0) {
        ++end;
    }
    return std::min(end + 1, codes.size());
}

class Scanner {
public:
    Scanner(const text::TokenStream& stream, const CodeIndex& codes, ScannedText& text)
        : stream_(stream), codes_(codes), text_(text) {}

    void scan() {
        const std::string_view all = stream_.all;
        for (std::size_t begin = 0; begin < all.size();) {
            const std::size_t end = code_end(all, begin);
            if (end - begin == 1 && all[begin] == text::kBorder) {
                end_part();
            } else {
                add(all.substr(begin, end - begin));
            }
            begin = end;
        }
        if (parts_ < 2) {
            text_.lead_end = token_;
        }
        if (parts_ < 1) {
            text_.title_end = token_;
        }
    }

private:
    void end_part() {
        if (parts_ == 0) {
            text_.title_end = token_;
        } else if (parts_ == 1) {
            text_.lead_end = token_;
        }
        ++parts_;
        ++sentence_;
    }

    void add(std::string_view code) {
        if (next_start_ < stream_.sentence_starts.size() &&
            stream_.sentence_starts[next_start_] == token_) {
            ++next_start_;
            ++sentence_;
        }
        text_.paragraph_of.push_back(parts_);
        text_.sentence_of.push_back(sentence_);
        if (const std::vector<CodeIndex::Use>* const uses = codes_.find(code)) {
            const std::uint64_t times = parts_ == 0 ? schema::kTitleWeight : 1;
            for (const CodeIndex::Use& use : *uses) {
                text_.tokens[use.slot].push_back(token_);
                text_.weights[use.slot] += use.weight * times;
            }
        }
        ++token_;
    }

    const text::TokenStream& stream_;
    const CodeIndex& codes_;
    ScannedText& text_;
    std::uint32_t parts_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t token_ = 0;
    std::size_t next_start_ = 0;
};

}  // namespace

std::size_t CodeIndex::filter_bit(std::string_view code) noexcept {
    const auto bits = [&](std::size_t from_end) {
        return from_end <= code.size()
                   ? static_cast<unsigned char>(code[code.size() - from_end]) & 0x7FU
                   : 0U;
    };
    return bits(1) | (bits(2) << 7U);
}

bool CodeIndex::add(const std::string& code, std::size_t slot, std::uint32_t weight) {
    const std::size_t bit = filter_bit(code);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    std::vector<Use>& uses = uses_[code];
    const auto known =
        std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.slot == slot; });
    if (known != uses.end()) {
        return known->weight == weight;
    }
    uses.push_back({slot, weight});
    return true;
}

const std::vector<CodeIndex::Use>* CodeIndex::find(std::string_view code) const {
    const std::size_t bit = filter_bit(code);
    if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) {
        return nullptr;
    }
    const auto found = uses_.find(code);
    return found == uses_.end() ? nullptr : &found->second;
}

void scan_stream(const text::TokenStream& stream,
                 const CodeIndex& codes,
                 std::size_t slots,
                 ScannedText& text) {
    text.paragraph_of.clear();
    text.sentence_of.clear();
    text.title_end = 0;
    text.lead_end = 0;
    text.tokens.resize(slots);
    for (std::vector<std::uint32_t>& tokens : text.tokens) {
        tokens.clear();
    }
    text.weights.assign(slots, 0);
    Scanner(stream, codes, text).scan();
}

}  // namespace dateline::compile
