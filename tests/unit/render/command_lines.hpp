// What the tests of options share: command lines, read or refused.
#pragma once

#include "common/base/error.hpp"
#include "query/options.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::query {

using Words = std::vector<std::string>;

/// The options of `words` with an index from the environment.
inline Options options(const Words& words) {
    return parse_options(words, {"archive.idx"});
}

/// Message and hint of the failure that `words` lead to.
inline std::pair<std::string, std::string> failure(const Words& words) {
    try {
        static_cast<void>(options(words));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return {error.what(), error.hint()};
    }
    return {"none", ""};
}

}  // namespace dateline::query
