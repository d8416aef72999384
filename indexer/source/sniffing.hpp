// What a file is taken for, and why: `--sniff`.
#pragma once

#include "indexer/source/reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// How sure one reader is.
struct Score {
    std::string reader;
    int score = 0;  ///< 1 to 100

    friend bool operator==(const Score&, const Score&) = default;
};

/// The readers that take `head`, at least the first 4 KiB of what is at `where`, for theirs; best
/// first, of equally sure ones the first of readers().
[[nodiscard]] std::vector<Score> sniff_head(std::string_view head, const Locator& where);

/// What was found out about one file, or one member of an archive.
struct Sniffed {
    Locator where;
    std::vector<std::string> wrapped_in;  ///< compressions and archives, the outermost first
    std::string reader;                   ///< that would read it; empty: none
    bool by_option = false;               ///< the reader was asked for, not found
    std::vector<Score> scores;            ///< of the readers that take it for theirs, best first
    std::string media_type;               ///< by content, as for unrecognised()
    std::string charset;                  ///< of the first bytes; empty if nobody reads it
    bool charset_guessed = false;         ///< neither marked nor valid UTF-8
    std::string title;                    ///< of the first article; empty if there is none
    std::string published;                ///< of the first article, RFC 3339; empty if undated
    std::string code;                     ///< of the first reject, if it comes before an article
    std::string reason;                   ///< of the same
};

/// Looks at everything that read_inputs() would read, and reads no further than to the first
/// article or reject of each file or member. `stop` is asked between them.
///
/// @throws Error as read_inputs() does.
void sniff_inputs(const std::vector<std::string>& inputs,
                  const SourceOptions& options,
                  const std::function<void(Sniffed&&)>& found,
                  const std::function<bool()>& stop);

}  // namespace dateline::source
