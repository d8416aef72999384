// How the command line is refused.
#pragma once

#include "common/base/error.hpp"

#include <string>
#include <utility>

namespace dateline::query {

/// Refuses the command line. @throws Error (Usage) always, with `message` and `hint`.
[[noreturn]] inline void fail_usage(const std::string& message, std::string hint = {}) {
    throw Error(ErrorCode::Usage, message, std::move(hint));
}

}  // namespace dateline::query
