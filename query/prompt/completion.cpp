// Finds the spot, quotes values, and compares names by their slugs.
#include "query/prompt/completion.hpp"

#include "common/base/utf8.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <utility>

namespace dateline::query {
namespace {

constexpr std::string_view kBlanks = " \t";

/// Reads a query up to the cursor.
class SpotReader {
public:
    explicit SpotReader(std::string_view before) : before_(before) {}

    CompletionSpot read() {
        for (; at_ < before_.size(); ++at_) {
            step(before_[at_]);
        }
        CompletionSpot spot;
        spot.field = field_;
        spot.kind = field_ != nullptr ? CompletionSpot::Kind::Value : CompletionSpot::Kind::Field;
        spot.begin = begin_;
        spot.typed = before_.substr(begin_);
        if (spot.typed.starts_with('"')) {
            spot.typed.erase(0, 1);
        }
        return spot;
    }

private:
    void step(char c) {
        if (in_quotes_) {
            at_ += c == '\\' ? 1 : 0;
            in_quotes_ = c != '"';
        } else if (c == '"') {
            in_quotes_ = true;
        } else if (c == ':') {
            const schema::Field* const named =
                schema::find_field(before_.substr(begin_, at_ - begin_));
            field_ = named != nullptr ? named : field_;
            begin_ = at_ + 1;
        } else if (c == '(') {
            groups_.push_back(field_);
            begin_ = at_ + 1;
        } else if (c == '|') {
            begin_ = at_ + 1;
        } else if (c == ')' || kBlanks.find(c) != std::string_view::npos) {
            if (c == ')' && !groups_.empty()) {
                groups_.pop_back();
            }
            field_ = groups_.empty() ? nullptr : groups_.back();
            begin_ = at_ + 1;
        } else if (c == '-' && begin_ == at_) {
            begin_ = at_ + 1;
        }
    }

    std::string_view before_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    bool in_quotes_ = false;
    const schema::Field* field_ = nullptr;
    std::vector<const schema::Field*> groups_;  ///< the field before each open parenthesis
};

/// The bytes that `a` and `b` both begin with, in any case of ASCII letters, cut at a character.
std::size_t common_size(std::string_view a, std::string_view b) {
    const std::string lower_a = ascii_lower(a);
    const std::string lower_b = ascii_lower(b);
    const auto [end, other] =
        std::mismatch(lower_a.begin(), lower_a.end(), lower_b.begin(), lower_b.end());
    return truncate_utf8(a, static_cast<std::size_t>(end - lower_a.begin())).size();
}

}  // namespace

CompletionSpot completion_spot(std::string_view before) {
    const std::size_t start = before.find_first_not_of(kBlanks);
    if (start == std::string_view::npos || before[start] != ':') {
        return SpotReader(before).read();
    }
    CompletionSpot spot;
    const std::size_t blank = before.find_first_of(kBlanks, start);
    spot.command = before.substr(start + 1, std::min(blank, before.size()) - start - 1);
    if (blank == std::string_view::npos) {
        spot.kind = CompletionSpot::Kind::Command;
        spot.begin = start;
    } else {
        spot.kind = CompletionSpot::Kind::Argument;
        spot.begin = before.find_last_of(" \t,") + 1;
    }
    spot.typed = before.substr(spot.begin);
    return spot;
}

std::string insertion(const Completion& completion, std::string_view typed) {
    if (completion.candidates.empty()) {
        return {};
    }
    const Candidate& first = completion.candidates.front();
    if (completion.candidates.size() == 1) {
        return first.text + (first.is_whole ? " " : "");
    }
    std::size_t common = first.text.size();
    for (const Candidate& other : completion.candidates) {
        common = std::min(common, common_size(first.text.substr(0, common), other.text));
    }
    const std::string start = first.text.substr(0, common);
    const std::string_view bare = std::string_view(start).substr(start.starts_with('"') ? 1 : 0);
    const bool goes_on = bare.size() > typed.size() &&
                         ascii_lower(bare.substr(0, typed.size())) == ascii_lower(typed);
    return goes_on ? start : std::string();
}

std::string as_value(std::string_view name) {
    const bool is_plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    });
    if (is_plain && !name.empty()) {
        return std::string(name);
    }
    std::string value = "\"";
    for (const char c : name) {
        value += c == '"' || c == '\\' ? "\\" : "";
        value += c;
    }
    return value + "\"";
}

bool has_word_starts(std::string_view name, std::string_view typed) {
    const std::string wanted = text::slug(typed);
    if (trim(typed).empty() || wanted.starts_with('~')) {
        return true;
    }
    const std::string words = "-" + text::slug(name);
    std::size_t from = 0;
    for (std::size_t begin = 0; begin < wanted.size();) {
        const std::size_t end = std::min(wanted.find('-', begin), wanted.size());
        const std::size_t found = words.find("-" + wanted.substr(begin, end - begin), from);
        if (found == std::string::npos) {
            return false;
        }
        from = found + 1;
        begin = end + 1;
    }
    return true;
}

}  // namespace dateline::query
