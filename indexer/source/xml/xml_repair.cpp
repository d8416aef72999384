// Cuts decoded text at tags and keeps the stack of open elements true.
#include "indexer/source/xml/xml_repair.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/xml/xml_text.hpp"

#include <algorithm>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;
constexpr std::size_t kMaxDoctypeBytes = 256U << 10U;
constexpr std::string_view kSectionStart = "<![CDATA[";

bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The encoding in the XML declaration at or near the beginning of `head`; empty if there is none.
std::string stated_encoding(std::string_view head) {
    constexpr std::size_t searched_bytes = 1024;
    head = head.substr(0, searched_bytes);
    const std::size_t start = head.find("<?xml");
    if (start == std::string_view::npos) {
        return {};
    }
    std::string_view declaration = head.substr(start);
    declaration = declaration.substr(0, declaration.find('>'));
    std::size_t at = declaration.find("encoding");
    at = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return std::string(trim(declaration.substr(at + 1, end - at - 1)));
}

}  // namespace

XmlRepair::XmlRepair(ByteStream& stream, const SourceOptions& options)
    : stream_(stream), options_(options), block_(kBlockBytes) {
    std::size_t size = 0;
    try {
        while (size < block_.size()) {
            const std::size_t got = stream_.read(std::span(block_).subspan(size));
            if (got == 0) {
                ended_ = true;
                break;
            }
            size += got;
        }
    } catch (const StreamFailure& failure) {
        failure_ = failure;
        ended_ = true;
    }
    const std::string_view head(block_.data(), size);
    const std::string stated = stated_encoding(head);
    decoder_.emplace(stated.empty() ? options.charset : stated);
    window_ = decoder_->decode(head, ended_);
}

bool XmlRepair::fill() {
    if (ended_) {
        return false;
    }
    std::size_t got = 0;
    try {
        got = stream_.read(block_);
    } catch (const StreamFailure& failure) {
        failure_ = failure;
    }
    ended_ = got == 0;
    const std::size_t before = window_.size();
    window_ += decoder_->decode({block_.data(), got}, ended_);
    return window_.size() > before || fill();
}

bool XmlRepair::see(std::size_t count) {
    while (window_.size() - at_ < count) {
        if (!fill()) {
            return false;
        }
    }
    return true;
}

std::uint64_t XmlRepair::offset_at(std::size_t index) const {
    return decoder_->source_offset(window_offset_ + index);
}

std::optional<XmlPiece> XmlRepair::next() {
    while (pending_.empty()) {
        if (at_ > kBlockBytes || at_ == window_.size()) {
            window_.erase(0, at_);
            window_offset_ += at_;
            at_ = 0;
        }
        if (!see(1)) {
            if (!open_.empty()) {
                finish();
                continue;
            }
            if (failure_) {
                throw StreamFailure(*failure_);
            }
            return std::nullopt;
        }
        step();
        decoder_->forget_before(window_offset_ + at_);
    }
    XmlPiece piece = std::move(pending_.front());
    pending_.pop_front();
    return piece;
}

void XmlRepair::step() {
    if (window_[at_] == '<') {
        markup();
    } else {
        text();
    }
}

void XmlRepair::finish() {
    truncated_ = true;
    close(0, offset_at(at_));
}

void XmlRepair::give(XmlPiece::Kind kind, std::string xml, std::size_t from) {
    pending_.push_back({kind, std::move(xml), offset_at(from)});
}

void XmlRepair::give_text(std::string xml, std::size_t from) {
    if (!xml.empty()) {
        give(XmlPiece::Kind::Text, std::move(xml), from);
    }
}

void XmlRepair::note_stray(std::string_view part, std::size_t from) {
    const std::string_view trimmed = trim(part);
    if (trimmed.empty()) {
        return;
    }
    if (stray_.size_bytes == 0) {
        stray_.offset_bytes =
            offset_at(from + static_cast<std::size_t>(trimmed.data() - part.data()));
    }
    stray_.size_bytes += trimmed.size();
}

StrayText XmlRepair::take_stray_text() noexcept {
    return std::exchange(stray_, StrayText{});
}

void XmlRepair::text() {
    std::size_t end = window_.find('<', at_);
    if (end == std::string::npos) {
        end = window_.size();
        // A reference may go on in the next block.
        const std::size_t reference = window_.find_last_of("&;");
        if (reference != std::string::npos && reference >= at_ && window_[reference] == '&' &&
            end - reference < 32 && fill()) {
            return;
        }
    }
    const std::size_t from = std::exchange(at_, end);
    const std::string_view part = std::string_view(window_).substr(from, end - from);
    if (open_.empty()) {
        note_stray(part, from);
        return;
    }
    MendedXml mended = mend_text(part);
    repairs_ += mended.repairs;
    give_text(std::move(mended.xml), from);
}

void XmlRepair::lone_less_than() {
    const std::size_t from = at_++;
    if (open_.empty()) {
        note_stray("<", from);
        return;
    }
    ++repairs_;
    give_text("&lt;", from);
}

void XmlRepair::markup() {
    see(kSectionStart.size());
    const std::string_view rest = std::string_view(window_).substr(at_);
    if (rest.starts_with("<!")) {
        bang();
    } else if (rest.starts_with("<?")) {
        skip_past(instruction_, 2);
    } else if (rest.starts_with("</")) {
        end_tag();
    } else if (name_size(rest.substr(1)) > 0) {
        start_tag();
    } else {
        lone_less_than();
    }
}

void XmlRepair::bang() {
    const std::string_view rest = std::string_view(window_).substr(at_);
    if (rest.starts_with("<!--")) {
        skip_past(comment_, 4);
    } else if (rest.starts_with(kSectionStart)) {
        cdata();
    } else if (ascii_lower(rest.substr(0, kSectionStart.size())) == "<!doctype" && open_.empty() &&
               !doctype_seen_) {
        doctype_seen_ = true;
        doctype();
    } else {
        skip_declaration();
    }
}

std::size_t XmlRepair::find_end(EndSearch& search, std::size_t from, std::uint64_t limit) {
    const std::size_t overlap = search.terminator.size() - 1;
    for (;;) {
        const std::uint64_t clear =
            search.clear_until - std::min<std::uint64_t>(search.clear_until, window_offset_);
        const std::size_t start = std::max<std::size_t>(from, static_cast<std::size_t>(clear));
        const std::size_t end =
            start > window_.size() ? std::string::npos : window_.find(search.terminator, start);
        if (end != std::string::npos) {
            return end;
        }
        if (window_.size() > overlap) {
            search.clear_until =
                std::max(search.clear_until, window_offset_ + window_.size() - overlap);
        }
        if (window_.size() - from > limit || !fill()) {
            return std::string::npos;
        }
    }
}

void XmlRepair::skip_past(EndSearch& search, std::size_t opening_bytes) {
    const std::size_t end = find_end(search, at_ + opening_bytes, options_.limits.article_bytes);
    if (end == std::string::npos) {
        ++repairs_;
        at_ += opening_bytes;
    } else {
        at_ = end + search.terminator.size();
    }
}

void XmlRepair::cdata() {
    const std::size_t from = at_ + kSectionStart.size();
    const std::size_t end = find_end(section_, from, options_.limits.article_bytes);
    if (end == std::string::npos) {
        // It is never closed: what follows is read as mark-up, lest all of it be lost.
        ++repairs_;
        at_ = from;
        return;
    }
    const std::string_view content = std::string_view(window_).substr(from, end - from);
    at_ = end + section_.terminator.size();
    if (open_.empty()) {
        note_stray(content, from);
        return;
    }
    MendedXml mended = escape_cdata(content);
    repairs_ += mended.repairs;
    give_text(std::move(mended.xml), from);
}

void XmlRepair::doctype() {
    char quote = '\0';
    bool in_subset = false;
    for (std::size_t i = at_; i - at_ < kMaxDoctypeBytes; ++i) {
        if (i >= window_.size() && !fill()) {
            break;
        }
        const char c = window_[i];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '-' && window_.compare(i - 3, 4, "<!--") == 0) {
            // Apostrophes in comments are no quotes.
            const std::size_t end = find_end(comment_, i + 1, kMaxDoctypeBytes);
            i = end == std::string::npos ? i : end;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == ']') {
            in_subset = c == '[';
        } else if (c == '>' && !in_subset) {
            at_ = i + 1;
            return;
        }
    }
    skip_declaration();
}

void XmlRepair::skip_declaration() {
    std::size_t end = at_ + 2;
    for (;; ++end) {
        if (end >= window_.size() && !fill()) {
            break;
        }
        if (window_[end] == '>' || window_[end] == '<' || end - at_ > kBlockBytes) {
            end += window_[end] == '>' ? 1 : 0;
            break;
        }
    }
    repairs_ += open_.empty() ? 0 : 1;
    at_ = end;
}

std::size_t XmlRepair::find_tag_end(std::size_t from, bool& is_whole) {
    constexpr std::size_t none = std::string::npos;
    char quote = '\0';
    char before = ' ';  // the last character that is not blank
    std::size_t end_in_quotes = none;
    bool markup_in_quotes = false;
    is_whole = true;
    for (std::size_t i = from; i - from <= options_.limits.article_bytes; ++i) {
        if (i >= window_.size() && !fill()) {
            is_whole = false;
            return i;
        }
        const char c = window_[i];
        if (quote != '\0') {
            if (c == quote) {
                quote = '\0';
            } else if (c == '>' && end_in_quotes == none) {
                end_in_quotes = i;
            } else if (c == '<' && end_in_quotes == none) {
                markup_in_quotes = true;
            } else if (c == '<' && !markup_in_quotes) {
                return end_in_quotes;  // the closing quote is missing
            }
        } else if (c == '>') {
            return i;
        } else if (c == '<') {
            is_whole = false;
            return i;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
            end_in_quotes = none;
            markup_in_quotes = false;
        }
        before = is_blank(c) ? before : c;
    }
    return none;
}

std::optional<std::size_t> XmlRepair::find_open(std::string_view name) const {
    for (const bool exact : {true, false}) {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (exact ? open_[i] == name : ascii_lower(open_[i]) == ascii_lower(name)) {
                return i;
            }
        }
    }
    return std::nullopt;
}

void XmlRepair::close(std::size_t first, std::uint64_t offset_bytes) {
    while (open_.size() > first) {
        pending_.push_back({XmlPiece::Kind::EndTag, "</" + open_.back() + ">", offset_bytes});
        open_.pop_back();
    }
    doctype_seen_ = doctype_seen_ && !open_.empty();
}

void XmlRepair::end_tag() {
    bool is_whole = false;
    const std::size_t end = find_tag_end(at_ + 2, is_whole);
    const std::string_view inside = std::string_view(window_).substr(at_ + 2);
    const std::size_t size = name_size(inside);
    const std::size_t from = at_;
    if (end == std::string::npos || size == 0) {
        lone_less_than();
        return;
    }
    at_ = end + (is_whole ? 1 : 0);
    const std::string name = mend_name(inside.substr(0, size));
    const std::optional<std::size_t> open = find_open(name);
    if (!open) {
        ++repairs_;
        return;
    }
    repairs_ += open_.size() - *open - 1 + (is_whole ? 0 : 1);
    close(*open, offset_at(from));
}

void XmlRepair::start_tag() {
    bool is_whole = false;
    const std::size_t from = at_;
    const std::size_t end = find_tag_end(at_ + 1, is_whole);
    const std::string_view inside =
        std::string_view(window_).substr(at_ + 1, end == std::string::npos ? end : end - at_ - 1);
    const std::size_t size = name_size(inside);
    const bool is_tag = end != std::string::npos &&
                        (size == inside.size() || is_blank(inside[size]) || inside[size] == '/');
    const std::string name = is_tag ? mend_name(inside.substr(0, size)) : std::string();
    if (name.empty()) {
        lone_less_than();
        return;
    }
    at_ = end + (is_whole ? 1 : 0);
    if (!is_whole && end == window_.size()) {
        // The stream ends in the middle of the tag: nobody knows what else it would have said.
        truncated_ = true;
        return;
    }
    const std::optional<std::size_t> open =
        name == unnestable_ ? find_open(name) : std::optional<std::size_t>();
    if (open) {
        ++repairs_;
        close(*open, offset_at(from));
    }
    if (open_.size() >= options_.limits.nesting_depth) {
        ++too_deep_;
        return;
    }
    const bool is_empty = inside.ends_with('/');
    MendedXml tag = mend_tag(name, inside.substr(size), is_empty);
    repairs_ += tag.repairs + (is_whole ? 0 : 1);
    give(is_empty ? XmlPiece::Kind::EmptyTag : XmlPiece::Kind::StartTag, std::move(tag.xml), from);
    if (!is_empty) {
        open_.push_back(name);
    }
}

}  // namespace dateline::source
