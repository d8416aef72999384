// Articles as JSON: the format `dateline.article/1`, stored in the index, printed and read back.
#pragma once

#include "common/article/article.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The name of the format, the value of its `schema` key.
inline constexpr std::string_view kArticleSchema = "dateline.article/1";

/// Whether output is for the index or for readers.
enum class ArticleJsonForm {
    Stored,    ///< only what is stated, without `text` and that of mentions: for the index
    Complete,  ///< every key, with `text`: for `--dry-run --jsonl`, `--export`, `--show --json`
};

/// The kind of paragraph that article JSON calls `name`: `heading`, `list_item`, `quote`,
/// `preformatted` or `table`; std::nullopt for anything else.
[[nodiscard]] std::optional<BlockKind> block_kind(std::string_view name) noexcept;

/// `article` as one line of JSON without a line end. Ill-formed UTF-8 is replaced, never an error.
///
/// @param public_id  used as `id` in the complete form where the article has none of its own
[[nodiscard]] std::string write_article(const Article& article,
                                        ArticleJsonForm form,
                                        std::string_view public_id = {});

/// Reads what write_article() wrote, in either form; unknown keys are ignored and missing ones
/// leave the default. `text` is not read: it follows from title and paragraphs.
///
/// @return std::nullopt if `json` is not an object of this format.
[[nodiscard]] std::optional<Article> read_article(std::string_view json);

/// Reads one element of the article JSON's `mentions`.
///
/// @return std::nullopt if it has no known type, or neither a range nor a given name, or both.
///         Whether the range lies in the text is for the caller to check.
[[nodiscard]] std::optional<Mention> read_mention(std::string_view json);

}  // namespace dateline
