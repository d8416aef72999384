// Cutting lines of settings into headings, keys and values.
#include "common/base/settings_reader.hpp"

#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r';
}

bool begins_comment(std::string_view text) noexcept {
    return text.starts_with('#') || text.starts_with(';');
}

}  // namespace

SettingsReader::SettingsReader(std::string_view text, std::string name)
    : text_(text), name_(std::move(name)) {}

void SettingsReader::read_lines() {
    if (!is_valid_utf8(text_)) {
        throw Error(ErrorCode::Usage,
                    "'" + printable_line(name_) + "' is not valid UTF-8",
                    "save the file as UTF-8");
    }
    std::string_view rest = text_;
    if (rest.starts_with("\xEF\xBB\xBF")) {
        rest.remove_prefix(3);
    }
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        line_ = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number_;
        read_line();
    }
}

void SettingsReader::complain(const std::string& message, const std::string& hint) const {
    complain_at(number_, message, hint);
}

void SettingsReader::complain_at(std::size_t line,
                                 const std::string& message,
                                 const std::string& hint) const {
    throw Error(ErrorCode::Usage,
                printable_line(name_) + ":" + std::to_string(line) + ": " + message,
                hint);
}

void SettingsReader::skip_blanks() noexcept {
    while (!line_.empty() && is_blank(line_.front())) {
        line_.remove_prefix(1);
    }
}

void SettingsReader::read_line() {
    skip_blanks();
    const bool heading = line_.starts_with('[');
    if (heading) {
        read_heading();
        skip_blanks();
    }
    while (!line_.empty() && !begins_comment(line_)) {
        read_setting(heading);
        skip_blanks();
    }
}

void SettingsReader::read_heading() {
    line_.remove_prefix(1);
    const std::string word(line_.substr(0, line_.find_first_of(" \t]\"")));
    const HeadingForm form = heading_form(word);
    line_.remove_prefix(word.size());
    skip_blanks();
    std::string argument;
    if (!form.argument.empty()) {
        if (!line_.starts_with('"')) {
            complain("the " + form.argument + " of a section is missing", form.hint);
        }
        argument = take_quoted();
        skip_blanks();
    }
    if (!line_.starts_with(']')) {
        complain("']' is missing", form.hint);
    }
    line_.remove_prefix(1);
    begin_section(word, argument);
}

void SettingsReader::read_setting(bool behind_heading) {
    const std::size_t end = std::min(line_.find_first_of(" \t\r=#;\""), line_.size());
    const std::string key(line_.substr(0, end));
    line_.remove_prefix(end);
    skip_blanks();
    if (key.empty() || !line_.starts_with('=')) {
        complain("'" + printable_line(key.empty() ? line_ : std::string_view(key)) +
                     "' is not of the form key = value",
                 "a value with blanks behind a heading stands in quotes");
    }
    line_.remove_prefix(1);
    skip_blanks();
    const bool in_quotes = line_.starts_with('"');
    const std::string value = in_quotes ? take_quoted() : take_unquoted(behind_heading);
    skip_blanks();
    if (in_quotes && !behind_heading && !line_.empty() && !begins_comment(line_)) {
        complain("'" + printable_line(line_) + "' stands behind the value",
                 "put one setting on a line");
    }
    set(key, value);
}

/// Takes a value between quotes from the front of the line.
std::string SettingsReader::take_quoted() {
    std::string value;
    for (std::size_t i = 1; i < line_.size(); ++i) {
        if (line_[i] == '"') {
            line_.remove_prefix(i + 1);
            return value;
        }
        const bool escape = line_[i] == '\\' && i + 1 < line_.size() &&
                            (line_[i + 1] == '"' || line_[i + 1] == '\\');
        i += escape ? 1 : 0;
        value += line_[i];
    }
    complain("a '\"' is not closed", "close it on the same line");
}

/// Takes an unquoted value: to the next blank if `one_word`, else to a comment or the end.
std::string SettingsReader::take_unquoted(bool one_word) {
    std::size_t end = 0;
    while (end < line_.size() &&
           !(is_blank(line_[end]) && (one_word || begins_comment(line_.substr(end + 1))))) {
        ++end;
    }
    std::string value(trim(line_.substr(0, end)));
    line_.remove_prefix(end);
    return value;
}

}  // namespace dateline
