// The character encoding of a page, and the page as UTF-8.
#include "indexer/source/html_charset.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>

namespace dateline::source {
namespace {

/// An open conversion of the C library to UTF-8.
class Conversion {
public:
    explicit Conversion(const std::string& charset)
        : handle_(iconv_open("UTF-8", charset.c_str())) {}
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    Conversion(Conversion&&) = delete;
    Conversion& operator=(Conversion&&) = delete;
    ~Conversion() {
        if (is_open()) {
            iconv_close(handle_);
        }
    }

    [[nodiscard]] bool is_open() const noexcept {
        return handle_ != iconv_t(-1);  // NOLINT(performance-no-int-to-ptr): POSIX defines it so
    }

    /// `bytes` converted; what the encoding does not know becomes U+FFFD, one for each byte.
    DecodedHtml convert(std::string_view bytes) {
        DecodedHtml decoded;
        std::string input(bytes);
        char* in = input.data();
        std::size_t left = input.size();
        std::array<char, 16384> buffer{};
        while (left > 0) {
            char* out = buffer.data();
            std::size_t space = buffer.size();
            const std::size_t result = iconv(handle_, &in, &left, &out, &space);
            const int error = result == std::size_t(-1) ? errno : 0;
            decoded.text.append(buffer.data(), static_cast<std::size_t>(out - buffer.data()));
            if (error == EILSEQ || error == EINVAL) {
                append_utf8(decoded.text, 0xFFFD);
                ++decoded.replaced;
                ++in;
                --left;
            }
        }
        return decoded;
    }

private:
    iconv_t handle_;
};

std::string charset_after(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n\"'");
    if (start == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(start);
    return std::string(text.substr(0, std::min(text.find_first_of(" \t\r\n\"';/>"), text.size())));
}

/// The name under which the C library knows the encoding that browsers take for `label`.
std::string browser_charset(const std::string& label) {
    if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii") {
        return "windows-1252";
    }
    if (label == "gb2312" || label == "gbk") {
        return "gb18030";
    }
    if (label == "shift_jis" || label == "shift-jis" || label == "x-sjis") {
        return "cp932";
    }
    if (label == "iso-8859-9") {
        return "windows-1254";
    }
    if (label == "ks_c_5601-1987" || label == "euc-kr") {
        return "uhc";
    }
    // A page in which an ASCII <meta> can be read is not in UTF-16 (WHATWG HTML, section 13.2.3.2).
    return label.starts_with("utf-16") || label.starts_with("utf-32") ? "utf-8" : label;
}

DecodedHtml as_utf8(std::string_view bytes) {
    RepairedText repaired = repair_utf8(bytes);
    return {std::move(repaired.text), "utf-8", repaired.replaced};
}

std::optional<DecodedHtml> convert(std::string_view bytes, const std::string& charset) {
    Conversion conversion(charset);
    if (!conversion.is_open()) {
        return std::nullopt;
    }
    DecodedHtml decoded = conversion.convert(bytes);
    decoded.charset = charset;
    return decoded;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t searched_bytes = 4096;
    const std::string head = ascii_lower(bytes.substr(0, searched_bytes));
    std::size_t at = 0;
    while ((at = head.find("<meta", at)) != std::string::npos) {
        const std::size_t end = std::min(head.find('>', at), head.size());
        const std::string_view tag = std::string_view(head).substr(at, end - at);
        const std::size_t name = tag.find("charset");
        const std::size_t equals = name == std::string_view::npos ? name : tag.find('=', name);
        if (equals != std::string_view::npos) {
            return charset_after(tag.substr(equals + 1));
        }
        at = end;
    }
    return {};
}

DecodedHtml decode_html(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return as_utf8(bytes.substr(3));
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool little = bytes.starts_with("\xFF\xFE");
        if (auto decoded = convert(bytes.substr(2), little ? "utf-16le" : "utf-16be")) {
            return *std::move(decoded);
        }
    }
    // Programs that save pages convert them to UTF-8 and leave the declaration as it was; text in
    // another encoding is hardly ever valid UTF-8, but for the escapes of ISO 2022.
    const std::string charset = browser_charset(declared_charset(bytes));
    const bool has_escapes = charset.starts_with("iso-2022") || charset.starts_with("hz-gb");
    if (charset == "utf-8" || charset == "utf8" || (!has_escapes && is_valid_utf8(bytes))) {
        return as_utf8(bytes);
    }
    if (auto decoded = convert(bytes, charset.empty() ? "windows-1252" : charset)) {
        return *std::move(decoded);
    }
    if (auto decoded = convert(bytes, "windows-1252")) {
        return *std::move(decoded);
    }
    return as_utf8(bytes);
}

}  // namespace dateline::source
