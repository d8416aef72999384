// HTTP responses as web archives keep them (RFC 9112).
#pragma once

#include "indexer/source/header_fields.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// A response, its body without transfer coding but with its content coding.
struct HttpResponse {
    int status = 0;  ///< three digits; 0 if there is no head at all, just a body
    HeaderFields fields;
    std::string body;
    bool incomplete = false;  ///< the last chunk is missing
};

/// Reads a response. What does not begin with a status line is taken as a body alone, because some
/// crawlers write it so.
///
/// Chunks are removed if the body consists of them, whatever the fields say: crawlers remove the
/// chunks and leave the field, or the other way round. A body without the field is taken for
/// chunked only if all of it is.
[[nodiscard]] HttpResponse parse_http_response(std::string_view message);

}  // namespace dateline::source
