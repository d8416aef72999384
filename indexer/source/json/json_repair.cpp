// Makes JSON that strict parsers refuse for small faults readable, and counts the repairs.
#include "indexer/source/json/json_repair.hpp"

#include "common/base/utf8.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace dateline::source {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kMaxNumberBytes = 18;

/// The value of the four hexadecimal digits at the front of `text`.
std::optional<unsigned> hex4(std::string_view text) {
    unsigned value = 0;
    const std::string_view digits = text.substr(0, 4);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 4 || error != std::errc{} || end != digits.data() + 4) {
        return std::nullopt;
    }
    return value;
}

bool is_high(unsigned unit) noexcept {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(unsigned unit) noexcept {
    return unit >= 0xDC00 && unit < 0xE000;
}

class Repairer {
public:
    explicit Repairer(std::string_view json) : in_(json) { out_.reserve(json.size() + 16); }

    void run() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '"') {
                string();
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                number();
            } else if (c == 'N' || c == 'I') {
                constant();
            } else {
                out_ += c;
                ++at_;
            }
        }
    }

    [[nodiscard]] std::string take() { return std::move(out_); }
    [[nodiscard]] std::size_t changes() const noexcept { return changes_; }

private:
    void string() {
        out_ += in_[at_++];
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '\\') {
                escape();
                continue;
            }
            ++at_;
            if (static_cast<unsigned char>(c) < 0x20) {
                control(static_cast<unsigned char>(c));
                continue;
            }
            out_ += c;
            if (c == '"') {
                return;
            }
        }
    }

    void control(unsigned char c) {
        ++changes_;
        if (c == 0) {
            out_ += kReplacement;
            return;
        }
        constexpr std::string_view digits = "0123456789abcdef";
        out_ += "\\u00";
        out_ += digits[c >> 4U];
        out_ += digits[c & 15U];
    }

    void escape() {
        const std::string_view rest = in_.substr(at_);
        if (rest.size() > 1 && rest[1] == 'u') {
            unicode_escape(rest);
            return;
        }
        if (rest.size() > 1 &&
            std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos) {
            out_ += rest.substr(0, 2);
            at_ += 2;
            return;
        }
        // The backslash goes; what follows is copied as any character of a string.
        ++changes_;
        ++at_;
    }

    void unicode_escape(std::string_view rest) {
        const std::optional<unsigned> unit = hex4(rest.substr(2));
        if (!unit) {
            ++changes_;
            ++at_;
            return;
        }
        if (is_high(*unit) && rest.substr(6).starts_with("\\u")) {
            const std::optional<unsigned> next = hex4(rest.substr(8));
            if (next && is_low(*next)) {
                out_ += rest.substr(0, 12);
                at_ += 12;
                return;
            }
        }
        at_ += 6;
        if (*unit == 0 || is_high(*unit) || is_low(*unit)) {
            ++changes_;
            out_ += kReplacement;
            return;
        }
        out_ += rest.substr(0, 6);
    }

    void number() {
        if (in_.substr(at_).starts_with("-Infinity")) {
            replace_by_null(9);
            return;
        }
        const std::size_t end = std::min(in_.find_first_not_of("+-.0123456789eE", at_), in_.size());
        const std::string_view digits = in_.substr(at_, end - at_);
        at_ = end;
        if (digits.size() <= kMaxNumberBytes) {
            out_ += digits;
            return;
        }
        ++changes_;
        out_ += '"';
        out_ += digits;
        out_ += '"';
    }

    void constant() {
        for (const std::string_view name : {"NaN", "Infinity"}) {
            if (in_.substr(at_).starts_with(name)) {
                replace_by_null(name.size());
                return;
            }
        }
        out_ += in_[at_++];
    }

    void replace_by_null(std::size_t size_bytes) {
        ++changes_;
        out_ += "null";
        at_ += size_bytes;
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    std::size_t changes_ = 0;
};

}  // namespace

RepairedJson repair_json(std::string_view json) {
    const RepairedText utf8 = repair_utf8(json);
    Repairer repairer(utf8.text);
    repairer.run();
    const std::size_t changes = repairer.changes();
    return {repairer.take(), utf8.replaced, changes};
}

}  // namespace dateline::source
