// JSON-LD as pages hold it: wrapped, commented, escaped and broken in many ways.
#include "indexer/source/html/json_ld_text.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace dateline::source {
namespace {

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) {
        ++at;
    }
    return at;
}

std::string with_quotes(std::string_view json) {
    std::string text;
    for (std::size_t at = 0; at < json.size();) {
        bool replaced = false;
        for (const std::string_view entity : {"&quot;", "&#34;", "&#034;", "&#x22;"}) {
            if (json.substr(at).starts_with(entity)) {
                text += '"';
                at += entity.size();
                replaced = true;
                break;
            }
        }
        if (!replaced) {
            text += json[at++];
        }
    }
    return text;
}

/// Copies JSON from left to right and repairs its structure.
class Loosener {
public:
    explicit Loosener(std::string_view json) : in_(json) {}

    std::string run() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '"') {
                string();
            } else if (!comment()) {
                structure(c);
                ++at_;
            }
        }
        drop_comma();
        while (!open_.empty()) {
            out_ += open_.back();
            open_.pop_back();
        }
        return std::move(out_);
    }

private:
    /// Skips a comment; false if there is none here.
    bool comment() {
        const std::string_view rest = in_.substr(at_);
        if (rest.starts_with("//")) {
            at_ = std::min(in_.find('\n', at_), in_.size());
            return true;
        }
        for (const auto& [opening, closing] :
             {std::pair<std::string_view, std::string_view>{"/*", "*/"}, {"<!--", "-->"}}) {
            if (rest.starts_with(opening)) {
                const std::size_t end = in_.find(closing, at_ + opening.size());
                at_ = end == std::string_view::npos ? in_.size() : end + closing.size();
                return true;
            }
        }
        return false;
    }

    void structure(char c) {
        if (c == '{' || c == '[') {
            // `}{`: the comma between two objects was forgotten.
            if (const char last = last_sign(); last == '}' || last == ']') {
                out_ += ',';
            }
            open_ += c == '{' ? '}' : ']';
        } else if (c == '}' || c == ']') {
            drop_comma();
            if (!open_.empty() && open_.back() == c) {
                open_.pop_back();
            }
        } else if (c == ',') {
            const char last = last_sign();
            if (last == ',' || last == '{' || last == '[') {
                return;
            }
        }
        out_ += c;
    }

    void string() {
        out_ += in_[at_++];
        while (at_ < in_.size()) {
            const char c = in_[at_++];
            if (c == '\\' && at_ < in_.size()) {
                out_ += c;
                out_ += in_[at_++];
            } else if (c != '"') {
                out_ += c;
            } else if (closes()) {
                out_ += c;
                return;
            } else {
                out_ += "\\\"";
            }
        }
        out_ += '"';
    }

    /// Whether the quotation mark just read ends a string: what comes next says so.
    [[nodiscard]] bool closes() const {
        const std::size_t next = skip_spaces(in_, at_);
        if (next >= in_.size() || in_[next] == ':' || in_[next] == '}' || in_[next] == ']') {
            return true;
        }
        if (in_[next] != ',') {
            return false;
        }
        // A comma inside a sentence is followed by a word, one outside by a value or a key.
        const std::size_t behind = skip_spaces(in_, next + 1);
        constexpr std::string_view values = "\"{[]}-0123456789tfn,/";
        return behind >= in_.size() || values.find(in_[behind]) != std::string_view::npos;
    }

    [[nodiscard]] char last_sign() const {
        const std::size_t last = out_.find_last_not_of(" \t\r\n");
        return last == std::string::npos ? '\0' : out_[last];
    }

    void drop_comma() {
        while (last_sign() == ',') {
            out_.erase(out_.find_last_of(','), 1);
        }
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    std::string open_;  ///< the brackets that are still to come, innermost last
};

}  // namespace

std::string unwrapped_json(std::string_view script) {
    constexpr std::string_view opening = "<![CDATA[";
    const std::size_t cdata = script.find(opening);
    const bool wrapped = cdata != std::string_view::npos && cdata < script.find('{');
    const std::size_t first = script.find_first_of("{[", wrapped ? cdata + opening.size() : 0);
    if (first == std::string_view::npos) {
        return {};
    }
    std::string_view json = script.substr(first);
    const std::size_t closing = json.rfind("]]>");
    if (closing != std::string_view::npos) {
        json = json.substr(0, closing);
    }
    const std::size_t last = json.find_last_of("}]");
    return std::string(json.substr(0, last == std::string_view::npos ? json.size() : last + 1));
}

std::string loosened_json(std::string_view json) {
    const bool escaped = json.find('"') == std::string_view::npos;
    return escaped ? Loosener(with_quotes(json)).run() : Loosener(json).run();
}

std::string string_member(std::string_view json, std::string_view key) {
    const std::string quoted = '"' + std::string(key) + '"';
    for (std::size_t at = json.find(quoted); at != std::string_view::npos;
         at = json.find(quoted, at + 1)) {
        std::size_t next = skip_spaces(json, at + quoted.size());
        if (next >= json.size() || json[next] != ':') {
            continue;
        }
        next = skip_spaces(json, next + 1);
        if (next < json.size() && json[next] == '"') {
            const std::size_t end = json.find_first_of("\"\\\n", next + 1);
            return std::string(trim(json.substr(next + 1, end - next - 1)));
        }
    }
    return {};
}

}  // namespace dateline::source
