// The layout of plain text: lines, hard-wrapped paragraphs, tables, and the dateline of a story.
#pragma once

#include "common/article/article.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// The lines of `text`, views into it, without their ends (LF, CR LF, or CR alone).
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

/// Whether `line` holds nothing but white space.
[[nodiscard]] bool is_blank(std::string_view line);

/// The number of blanks at the start of `line`; a tab counts as four, an ideographic space as two.
[[nodiscard]] std::size_t indent_of(std::string_view line);

/// One paragraph from its lines as they are wrapped: joined by a blank (by nothing beside Chinese
/// and Japanese characters), or kept as lines if most of them are cut into columns by runs of
/// blanks or dots.
[[nodiscard]] std::string join_lines(std::span<const std::string_view> lines);

/// The paragraphs of `lines`. A blank line ends a paragraph, and so does a line that is indented
/// more than the least indented one of its block. Without any blank line, long lines (100 bytes on
/// average, or Chinese or Japanese text) are a paragraph each.
[[nodiscard]] std::vector<std::string> split_paragraphs(std::span<const std::string_view> lines);

/// How the place of a dateline may be written.
enum class DatelineCase { Any, Capitals };

/// The dateline with which wire copy begins: `WASHINGTON (AP) -`, `PARIS, Oct 16 (Reuters) -`,
/// `BUDAPEST, Friday, Oct. 17, 2025 --`, `BRUSSELS 1996-08-22 -`, `LONDON, 3 March (Reuters) —`: a
/// place whose first word is in capitals, then a date or an agency or both, then a dash. Where the
/// date states its year and a comma stands before it, any place of up to three words with capitals
/// will do, and the whole may stand in brackets, before a dash or a new sentence: `(Budapest, 17
/// October 2025)`. A sentence is none (`On January 6, 2021 - the day`), and two dates are a life.
///
/// @param letters  DatelineCase::Capitals demands the capitals always
/// @return the place, and the date as printed (may be empty); std::nullopt if `paragraph` does not
/// begin so.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph,
                                                    DatelineCase letters = DatelineCase::Any);

/// `Feb 26`, `March 3`: whether `text` is an English month name and a day from 1 to 31.
[[nodiscard]] bool is_month_and_day(std::string_view text);

}  // namespace dateline::source
