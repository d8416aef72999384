// Finds the borders of records in a stream of JSON without parsing or keeping it.
#include "indexer/source/json/json_splitter.hpp"

#include <algorithm>
#include <array>

namespace dateline::source {
namespace {

/// Open brackets that are remembered by kind; deeper ones are only counted.
constexpr std::size_t kMaxRecordedDepth = 1024;
/// Longer strings are no key that matters here.
constexpr std::size_t kMaxKeyBytes = 32;

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& values, std::string_view value) noexcept {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_space(char c) noexcept {
    // RFC 7464 puts a record separator (U+001E) before each text.
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1E';
}

/// Objects around the list, outermost first; the list's own key is not among them.
bool is_wrapper_key(std::string_view key) noexcept {
    constexpr std::array<std::string_view, 8> keys = {
        "hits", "response", "data", "result", "results", "feed", "channel", "rss"};
    return contains(keys, key);
}

/// Keys that only an article has, never the object around a list of them.
bool is_text_key(std::string_view key) noexcept {
    constexpr std::array<std::string_view, 12> keys = {"body",
                                                       "text",
                                                       "content",
                                                       "articleBody",
                                                       "body_text",
                                                       "body_xhtml",
                                                       "body_html",
                                                       "bodies",
                                                       "contents",
                                                       "paragraphs",
                                                       "headline",
                                                       "headlines"};
    return contains(keys, key);
}

}  // namespace

bool is_list_key(std::string_view key) noexcept {
    constexpr std::array<std::string_view, 15> keys = {"items",
                                                       "_items",
                                                       "articles",
                                                       "docs",
                                                       "documents",
                                                       "results",
                                                       "hits",
                                                       "entries",
                                                       "records",
                                                       "posts",
                                                       "stories",
                                                       "news",
                                                       "newsItems",
                                                       "data",
                                                       "value"};
    return contains(keys, key);
}

bool JsonSplitter::add(std::string_view bytes) {
    if (offset_ == 0 && bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        offset_ = 3;
    }
    while (!bytes.empty() && goes_on_) {
        std::size_t used = 1;
        if (in_string_) {
            used = string_bytes(bytes);
        } else {
            step(bytes.front());
        }
        bytes.remove_prefix(used);
        offset_ += used;
    }
    return goes_on_;
}

void JsonSplitter::step(char c) {
    switch (state_) {
        case State::Between:
            between(c);
            break;
        case State::Value:
            value(c);
            break;
        case State::Scalar:
            if (is_space(c) || c == ',' || c == ']' || c == '}') {
                end_value();
                between(c);
            } else {
                keep({&c, 1});
            }
            break;
        case State::Garbage:
            garbage(c);
            break;
    }
}

void JsonSplitter::between(char c) {
    if (is_space(c) || c == ',') {
        return;
    }
    if (c == ']' && list_depth_ > 0) {
        leave_list();
        return;
    }
    if (c == '[' && list_depth_ == 0) {
        open_ = "[";
        path_.assign(1, "");
        list_depth_ = 1;
        return;
    }
    constexpr std::string_view begin = "{[\"-0123456789tfn";
    if (begin.find(c) != std::string_view::npos) {
        begin_value(c);
        return;
    }
    record_offset_ = offset_;
    if (!after_garbage_) {
        give(JsonPiece::Kind::Garbage);
    }
    after_garbage_ = true;
    state_ = State::Garbage;
}

void JsonSplitter::garbage(char c) {
    const bool resumes_list = list_depth_ > 0 && (c == ',' || c == ']' || c == '{');
    if (c == '\n' || resumes_list) {
        state_ = State::Between;
        between(c);
    }
}

void JsonSplitter::begin_value(char c) {
    record_.clear();
    too_long_ = false;
    record_offset_ = offset_;
    record_depth_ = open_.size();
    unrecorded_depth_ = 0;
    hunting_ = list_depth_ == 0 && c == '{';
    if (c == '{' || c == '[' || c == '"') {
        state_ = State::Value;
        value(c);
        return;
    }
    state_ = State::Scalar;
    keep({&c, 1});
}

void JsonSplitter::value(char c) {
    if (pending_list_ && !is_space(c)) {
        pending_list_ = false;
        if (c == '{') {
            enter_list();
            return;
        }
    }
    if (c == '}' || c == ']') {
        close(c);
        return;
    }
    keep({&c, 1});
    if (c == '"') {
        in_string_ = true;
        string_.clear();
    } else if (c == '{' || c == '[') {
        open(c);
    } else if (is_hunting() && c == ':') {
        key_ = string_;
        if (open_.size() == 1 && is_text_key(key_)) {
            hunting_ = false;
        }
    } else if (is_hunting() && c == ',') {
        key_.clear();
    }
}

std::size_t JsonSplitter::string_bytes(std::string_view rest) {
    if (escaped_) {
        escaped_ = false;
        keep(rest.substr(0, 1));
        return 1;
    }
    const std::size_t end = std::min(rest.find_first_of("\"\\"), rest.size());
    if (is_hunting() && string_.size() < kMaxKeyBytes) {
        string_ += rest.substr(0, std::min(end, kMaxKeyBytes));
    }
    if (end == rest.size()) {
        keep(rest);
        return end;
    }
    keep(rest.substr(0, end + 1));
    escaped_ = rest[end] == '\\';
    in_string_ = escaped_;
    if (!in_string_ && open_.size() == record_depth_) {
        end_value();
    }
    return end + 1;
}

bool JsonSplitter::at_list_key() const noexcept {
    // path_[0] is the key before the object at the top: there is none.
    // RSS in JSON keeps the name that a single item has in XML.
    const bool rss = key_ == "item" && !path_.empty() && path_.back() == "channel";
    return is_hunting() && (rss || is_list_key(key_)) && open_.size() == path_.size() &&
           open_.find('[') == std::string::npos &&
           std::all_of(path_.begin() + 1, path_.end(), is_wrapper_key);
}

void JsonSplitter::open(char c) {
    if (unrecorded_depth_ > 0 || open_.size() >= kMaxRecordedDepth) {
        ++unrecorded_depth_;
        return;
    }
    pending_list_ = c == '[' && !open_.empty() && at_list_key();
    open_ += c;
    if (is_hunting()) {
        path_.resize(open_.size() - 1);
        path_.push_back(key_);
        key_.clear();
    }
}

void JsonSplitter::close(char c) {
    if (unrecorded_depth_ > 0) {
        --unrecorded_depth_;
        keep({&c, 1});
        return;
    }
    const std::size_t opener = open_.rfind(c == '}' ? '{' : '[');
    if (opener == std::string::npos) {
        keep({&c, 1});
        return;
    }
    if (opener < record_depth_) {
        // The list around the record ends although the record has not.
        open_.resize(record_depth_);
        end_value();
        between(c);
        return;
    }
    keep({&c, 1});
    open_.resize(opener);
    path_.resize(std::min(path_.size(), open_.size()));
    if (open_.size() == record_depth_) {
        end_value();
    }
}

void JsonSplitter::end_value() {
    state_ = State::Between;
    if (!after_list_) {
        give(too_long_ ? JsonPiece::Kind::TooLong : JsonPiece::Kind::Record);
        after_garbage_ = false;
    }
    record_.clear();
    pending_list_ = false;
    if (list_depth_ == 0) {
        after_list_ = false;
        header_.clear();
        path_.clear();
        key_.clear();
    }
}

void JsonSplitter::enter_list() {
    if (!after_list_) {
        header_ = std::move(record_);
    }
    after_list_ = false;
    list_depth_ = open_.size();
    begin_value('{');
}

void JsonSplitter::leave_list() {
    open_.pop_back();
    path_.resize(open_.size());
    list_depth_ = 0;
    record_depth_ = 0;
    if (open_.empty()) {
        state_ = State::Between;
        return;
    }
    state_ = State::Value;
    after_list_ = true;
    hunting_ = true;
    key_.clear();
}

void JsonSplitter::keep(std::string_view bytes) {
    if (after_list_ || too_long_) {
        return;
    }
    if (bytes.size() > limit_bytes_ - record_.size()) {
        too_long_ = true;
        record_ = std::string();
        return;
    }
    record_ += bytes;
}

void JsonSplitter::give(JsonPiece::Kind kind) {
    goes_on_ = goes_on_ && take_({kind, record_, record_offset_});
}

void JsonSplitter::finish() {
    if (!goes_on_) {
        return;
    }
    if (state_ == State::Scalar) {
        end_value();
    }
    const bool inside_value = state_ == State::Value && !after_list_;
    if (inside_value) {
        give(too_long_ ? JsonPiece::Kind::TooLong : JsonPiece::Kind::Cut);
        return;
    }
    if (!open_.empty()) {
        record_.clear();
        record_offset_ = offset_;
        give(JsonPiece::Kind::Cut);
    }
}

}  // namespace dateline::source
