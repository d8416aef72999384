// Status line, fields, chunks.
#include "indexer/source/web/http_response.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>

namespace dateline::source {
namespace {

/// Line ends before the status line are to be ignored (RFC 9112, section 2.2).
std::string_view without_line_ends(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    return text;
}

/// The status of a status line; std::nullopt if `line` is none.
std::optional<int> status_of(std::string_view line) {
    if (!ascii_lower(line.substr(0, 5)).starts_with("http/")) {
        return std::nullopt;
    }
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = trim(line.substr(blank));
    int status = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), status);
    constexpr int least = 100;
    constexpr int most = 999;
    const bool fine = error == std::errc() && status >= least && status <= most;
    return fine ? std::optional(status) : std::nullopt;
}

struct Unchunked {
    std::string bytes;
    bool whole = false;
};

/// The data of the chunks in `body` (RFC 9112, section 7.1); std::nullopt if it does not begin with
/// a chunk.
std::optional<Unchunked> remove_chunks(std::string_view body) {
    Unchunked result;
    for (bool first = true;; first = false) {
        std::uint64_t size = 0;
        const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
        const std::size_t line = body.find('\n');
        const std::string_view rest = body.substr(static_cast<std::size_t>(end - body.data()));
        const std::size_t next = rest.find_first_not_of(" \t");
        const bool ends = next != std::string_view::npos &&
                          std::string_view("\r\n;").find(rest[next]) != std::string_view::npos;
        const bool sized = error == std::errc() && line != std::string_view::npos && ends;
        if (!sized) {
            return first ? std::nullopt : std::optional(std::move(result));
        }
        body.remove_prefix(line + 1);
        if (size == 0) {
            result.whole = true;
            return result;
        }
        const bool cut = size > body.size();
        const std::string_view data =
            body.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(size, body.size())));
        body.remove_prefix(data.size());
        if (!cut && first && !body.empty() && body[0] != '\r' && body[0] != '\n') {
            return std::nullopt;  // the number was a word of the text
        }
        result.bytes += data;
        if (cut) {
            return result;
        }
        body.remove_prefix(body.starts_with("\r\n") ? 2 : (body.starts_with('\n') ? 1 : 0));
    }
}

}  // namespace

HttpResponse parse_http_response(std::string_view message) {
    HttpResponse response;
    const std::string_view trimmed = without_line_ends(message);
    const std::size_t line_end = std::min(trimmed.find('\n'), trimmed.size());
    const std::optional<int> status = status_of(trimmed.substr(0, line_end));
    std::string_view body = message;
    if (status) {
        response.status = *status;
        const std::string_view rest = trimmed.substr(std::min(line_end + 1, trimmed.size()));
        const std::size_t head = header_block_bytes(rest);
        response.fields = parse_header_fields(rest.substr(0, head));
        body = rest.substr(head);
    }
    const bool stated =
        ascii_lower(field_value(response.fields, "transfer-encoding")).find("chunked") !=
        std::string::npos;
    std::optional<Unchunked> unchunked = remove_chunks(body);
    if (unchunked && (stated || (unchunked->whole && !unchunked->bytes.empty()))) {
        response.body = std::move(unchunked->bytes);
        response.incomplete = !unchunked->whole;
    } else {
        response.body = body;
    }
    return response;
}

}  // namespace dateline::source
