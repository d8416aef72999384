// Header to metadata, tree of parts to paragraphs.
#include "indexer/source/web/mail_message.hpp"

#include "common/base/utf8.hpp"
#include "common/text/charset.hpp"
#include "indexer/source/header_fields.hpp"
#include "indexer/source/html/html_dom.hpp"
#include "indexer/source/html/html_paragraphs.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/schema_org.hpp"
#include "indexer/source/web/mail_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dateline::source {
namespace {

using Paragraphs = std::vector<std::string>;

/// Most parts inside parts; real messages have three or four.
constexpr unsigned kMaxDepth = 16;

/// Most parts of one multipart that are looked at.
constexpr std::size_t kMaxParts = 1000;

/// A part of a message, or all of it.
struct Part {
    HeaderFields fields;
    std::string_view body;
};

Part part_of(std::string_view bytes) {
    const std::size_t head = header_block_bytes(bytes);
    return {parse_header_fields(bytes.substr(0, head)), bytes.substr(head)};
}

std::string type_of(const Part& part) {
    const std::string type = main_value(field_value(part.fields, "content-type"));
    return type.find('/') == std::string::npos ? "text/plain" : type;
}

/// The parts between the lines of `boundary` (RFC 2046, section 5.1.1).
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
    const std::string mark = "--" + boundary;
    std::vector<std::string_view> parts;
    std::optional<std::size_t> start;
    std::size_t at = 0;
    while (at < body.size() && parts.size() < kMaxParts) {
        const std::size_t line_end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, line_end - at);
        if (line.starts_with(mark)) {
            const std::string_view rest = trim(line.substr(mark.size()));
            if (rest.empty() || rest == "--") {
                if (start) {
                    parts.push_back(body.substr(*start, at - *start));
                }
                start = line_end + 1;
                if (rest == "--") {
                    return parts;
                }
            }
        }
        at = line_end + 1;
    }
    if (start && *start < body.size() && parts.size() < kMaxParts) {
        parts.push_back(body.substr(*start));  // the closing line is missing
    }
    return parts;
}

/// The body of `part` without its transfer encoding.
std::string body_bytes(const Part& part) {
    const std::string encoding = main_value(field_value(part.fields, "content-transfer-encoding"));
    if (encoding == "base64") {
        return decode_base64(part.body);
    }
    return encoding == "quoted-printable" ? decode_quoted_printable(part.body)
                                          : std::string(part.body);
}

/// How many letters and digits `paragraphs` have, addresses of pages aside: bytes beyond ASCII
/// count as letters.
std::size_t text_size(const Paragraphs& paragraphs) {
    std::size_t size = 0;
    for (std::string_view rest : paragraphs) {
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
            const std::string_view word = rest.substr(0, end);
            if (word.find("://") == std::string_view::npos) {
                size +=
                    static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
                        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                               (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
                    }));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return size;
}

/// Whether mail programs do not show the element: newsletters hide a summary for the list of
/// messages at their head, padded with invisible characters.
bool is_hidden(const xmlNode& element) {
    const std::string_view name = element_name(element);
    if (name == "head" || name == "title" || has_attribute(element, "hidden")) {
        return true;
    }
    std::string style = ascii_lower(attribute(element, "style"));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("mso-hide:all") != std::string::npos;
}

/// What a reader of the message `html` sees of it.
Paragraphs paragraphs_of_letter(std::string_view html) {
    const HtmlDocument document = parse_html(html);
    const xmlNode* root =
        document.tree == nullptr ? nullptr : xmlDocGetRootElement(document.tree.get());
    return root == nullptr ? Paragraphs() : paragraphs_below(*root, is_hidden);
}

/// Collects the text of a message's parts.
class PartWalker {
public:
    explicit PartWalker(const SourceOptions& options) : options_(options) {}

    [[nodiscard]] Paragraphs paragraphs_of(const Part& part, unsigned depth) {
        const std::string type = type_of(part);
        if (main_value(field_value(part.fields, "content-disposition")) == "attachment") {
            ++attachments_;
            return {};
        }
        if (type.starts_with("multipart/")) {
            return paragraphs_of_parts(part, type == "multipart/alternative", depth);
        }
        if (type == "text/html") {
            return paragraphs_of_letter(decoded(part));
        }
        if (type == "text/plain" || type == "text/markdown" || type == "text") {
            return paragraphs_of_text(decoded(part));
        }
        // Pictures stand in the text, and are no files that somebody would miss.
        attachments_ += type.starts_with("image/") ? 0 : 1;
        return {};
    }

    /// Notes in `article` what was left out or repaired.
    void add_warnings(Article& article) const {
        for (const auto& [code, count] : {std::pair("attachments_left_out", attachments_),
                                          std::pair("repaired_utf8", replaced_),
                                          std::pair("too_deep", too_deep_)}) {
            if (count > 0) {
                add_warning(article, code, count);
            }
        }
    }

private:
    Paragraphs paragraphs_of_parts(const Part& part, bool alternative, unsigned depth) {
        const std::string boundary =
            parameter(field_value(part.fields, "content-type"), "boundary");
        if (depth >= kMaxDepth) {
            ++too_deep_;
            return {};
        }
        const auto parts =
            boundary.empty() ? std::vector<std::string_view>() : split_parts(part.body, boundary);
        if (parts.empty()) {
            return paragraphs_of_text(decoded(part));  // a multipart by name only
        }
        Paragraphs all;
        std::size_t size = 0;
        for (const std::string_view bytes : parts) {
            Paragraphs some = paragraphs_of(part_of(bytes), depth + 1);
            if (!alternative) {
                std::move(some.begin(), some.end(), std::back_inserter(all));
            } else if (const std::size_t some_size = text_size(some); some_size >= size) {
                // The last form is the richest (RFC 2046, section 5.1.4), if it says as much.
                size = some_size;
                all = std::move(some);
            }
        }
        return all;
    }

    std::string decoded(const Part& part) {
        std::string charset = parameter(field_value(part.fields, "content-type"), "charset");
        if (charset.empty()) {
            charset = options_.charset;
        }
        text::DecodedText text = text::decode_text(body_bytes(part), charset);
        replaced_ += text.replaced;
        return std::move(text.utf8);
    }

    const SourceOptions& options_;
    std::uint64_t attachments_ = 0;
    std::uint64_t replaced_ = 0;
    std::uint64_t too_deep_ = 0;
};

/// `text` without comments, which stand in brackets inside each other (RFC 5322, section 3.2.2).
std::string without_comments(std::string_view text) {
    std::string kept;
    unsigned depth = 0;
    for (const char c : text) {
        if (c == '(') {
            ++depth;
        } else if (c == ')' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            kept += c;
        }
    }
    return kept;
}

/// Who a message is from.
struct Mailbox {
    std::string name;
    std::string domain;
};

/// The first mailbox of a From field (RFC 5322, section 3.4): `"A B" <a@b.c>`, `a@b.c (A B)`, or
/// either half of them.
Mailbox first_mailbox(std::string_view value, std::string_view charset) {
    bool quoted = false;
    std::size_t end = 0;
    while (end < value.size() && (quoted || value[end] != ',')) {
        quoted = quoted != (value[end] == '"');
        ++end;
    }
    value = value.substr(0, end);
    const std::size_t open = value.rfind('<');
    std::string_view name = open == std::string_view::npos ? "" : value.substr(0, open);
    std::string_view address = open == std::string_view::npos ? value : value.substr(open + 1);
    const std::size_t bracket = value.find('(');
    if (open == std::string_view::npos && bracket != std::string_view::npos) {
        name = value.substr(bracket + 1, value.rfind(')') - bracket - 1);
        address = value.substr(0, bracket);
    }
    Mailbox mailbox;
    mailbox.name = decode_header_text(name, charset);
    std::erase(mailbox.name, '"');
    std::erase(mailbox.name, '\\');
    mailbox.name = trim(mailbox.name);
    if (mailbox.name.find('@') != std::string::npos) {
        mailbox.name.clear();  // the address once more
    }
    address = trim(address.substr(0, address.find('>')));
    const std::size_t at = address.rfind('@');
    if (at != std::string_view::npos) {
        mailbox.domain = decode_header_text(address.substr(at + 1), charset);
    }
    return mailbox;
}

bool is_from_list(const HeaderFields& fields) {
    const std::string precedence = ascii_lower(field_value(fields, "precedence"));
    return has_field(fields, "list-id") || has_field(fields, "list-unsubscribe") ||
           has_field(fields, "list-post") || precedence == "bulk" || precedence == "list";
}

void set_sender(Article& article, const HeaderFields& fields, std::string_view charset) {
    const Mailbox from = first_mailbox(field_value(fields, "from"), charset);
    const std::size_t via = from.name.find(" via ");
    if (via != std::string::npos) {
        add_authors(article.authors, from.name.substr(0, via));
        article.source = trim(std::string_view(from.name).substr(via + 5));
    } else if (!is_from_list(fields)) {
        add_authors(article.authors, from.name);
    } else {
        article.source = from.name.empty() ? from.domain : from.name;
    }
}

/// The text of a field of addresses such as `<id@host>`, without the angle brackets.
std::string_view bracketed(std::string_view value) {
    const std::size_t open = value.find('<');
    const std::size_t close = value.find('>', open == std::string_view::npos ? 0 : open);
    const bool both = open != std::string_view::npos && close != std::string_view::npos;
    return trim(both ? value.substr(open + 1, close - open - 1) : value);
}

void set_metadata(Article& article, const HeaderFields& fields, const SourceOptions& options) {
    const std::string& charset = options.charset;
    article.title = decode_header_text(field_value(fields, "subject"), charset);
    article.id = decode_header_text(bracketed(field_value(fields, "message-id")), charset);
    article.url = decode_header_text(bracketed(field_value(fields, "archived-at")), charset);
    const std::string_view lang = field_value(fields, "content-language");
    article.lang = normalise_lang(trim(lang.substr(0, lang.find(','))));
    set_sender(article, fields, charset);
    std::string_view date = field_value(fields, "date");
    if (date.empty()) {
        const std::string_view received = field_value(fields, "received");
        date = received.substr(std::min(received.rfind(';') + 1, received.size()));
    }
    set_published(article, trim(without_comments(date)), options.dates);
}

bool is_saved_page(const HeaderFields& fields) {
    return has_field(fields, "snapshot-content-location") ||
           ascii_lower(field_value(fields, "from")).starts_with("<saved by");
}

/// The first part of type text/html; std::nullopt if there is none.
std::optional<Part> find_html(const Part& part, unsigned depth) {
    const std::string type = type_of(part);
    if (type == "text/html" || type == "application/xhtml+xml") {
        return part;
    }
    const std::string boundary = parameter(field_value(part.fields, "content-type"), "boundary");
    if (!type.starts_with("multipart/") || boundary.empty() || depth >= kMaxDepth) {
        return std::nullopt;
    }
    for (const std::string_view bytes : split_parts(part.body, boundary)) {
        if (auto html = find_html(part_of(bytes), depth + 1)) {
            return html;
        }
    }
    return std::nullopt;
}

}  // namespace

ReadPage read_message(std::string_view bytes, const SourceOptions& options) {
    const Part message = part_of(bytes);
    if (is_saved_page(message.fields)) {
        if (const auto html = find_html(message, 0)) {
            std::string_view url = field_value(message.fields, "snapshot-content-location");
            url = url.empty() ? field_value(html->fields, "content-location") : url;
            const std::string_view type = field_value(html->fields, "content-type");
            return read_page(
                body_bytes(*html), {parameter(type, "charset"), std::string(url), {}}, options);
        }
    }
    Article article;
    set_metadata(article, message.fields, options);
    PartWalker walker(options);
    article.paragraphs = walker.paragraphs_of(message, 0);
    walker.add_warnings(article);
    return {std::move(article), {}, {}};
}

bool is_folder_note(std::string_view bytes) {
    const Part message = part_of(bytes);
    return (has_field(message.fields, "x-imap") || has_field(message.fields, "x-imapbase")) &&
           field_value(message.fields, "subject").starts_with("DON'T DELETE THIS MESSAGE");
}

}  // namespace dateline::source
