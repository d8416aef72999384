// Web archives for the tests of their reader.
#pragma once

#include <string>
#include <string_view>

namespace dateline::testing {

/// A page that is an article titled `title`, in UTF-8.
inline std::string news_page(const std::string& title) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text += "<p>The council of " + title + " met on day " + std::to_string(i) +
                " of the month, and spoke of bridges, roads and the harbour in the east.</p>\n";
    }
    return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" +
           title + "</h1>\n" + text + "</article></body></html>";
}

/// An HTTP response; `fields` end with a line end each.
inline std::string http_response(std::string_view status,
                                 std::string_view fields,
                                 std::string_view body) {
    return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" +
           std::string(body);
}

/// A record of a WARC/1.0 file; `fields` end with a line end each.
inline std::string warc_record(std::string_view type,
                               std::string_view fields,
                               std::string_view content) {
    return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n" + std::string(fields) +
           "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + std::string(content) +
           "\r\n\r\n";
}

/// A record with a page that was answered with status 200.
inline std::string warc_page(const std::string& title) {
    return warc_record(
        "response",
        "WARC-Target-URI: https://news.example/" + title +
            "\r\nWARC-Date: 2025-10-16T18:02:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n",
        http_response("200 OK", "Content-Type: text/html; charset=UTF-8\r\n", news_page(title)));
}

}  // namespace dateline::testing
