// Reads files of settings in sections, in a syntax like that of git-config(1):
//
//     # for all
//     key = value
//     [section "name"]
//     key = a value with blanks
//     [section "other"] key=value other="with blanks"
//
// A line holds a section's heading, one setting, or both; behind a heading several settings may
// stand, with blanks between. A value goes to the end of the line (behind a heading: to the next
// blank) or stands between `"`, where `\"` and `\\` are the characters themselves. `#` and `;`
// begin a comment at the start of a line and behind a blank.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// Reads one file line by line and hands its parts to the functions of a derived class, which say
/// what they mean.
class SettingsReader {
public:
    SettingsReader(const SettingsReader&) = delete;
    SettingsReader& operator=(const SettingsReader&) = delete;
    virtual ~SettingsReader() = default;

protected:
    /// What stands in quotes in the heading of a section.
    struct HeadingForm {
        std::string argument;  ///< what it is, for messages: `path`; empty: nothing stands there
        std::string hint;      ///< how such a heading is written
    };

    /// @param text  must outlive the object; a byte order mark in front is passed over
    /// @param name  of the file, for messages
    SettingsReader(std::string_view text, std::string name);

    /// Reads the whole file. @throws Error (Usage) naming file and line of a mistake, also if the
    /// file is not valid UTF-8.
    void read_lines();

    /// The number of the line that is read, from 1.
    [[nodiscard]] std::size_t line_number() const noexcept { return number_; }

    /// @throws Error (Usage) naming the file and the line that is read.
    [[noreturn]] void complain(const std::string& message, const std::string& hint) const;

    /// The same for another line, such as one read before.
    [[noreturn]] void complain_at(std::size_t line,
                                  const std::string& message,
                                  const std::string& hint) const;

private:
    /// The form of headings of sections `word`; complains if there are none.
    [[nodiscard]] virtual HeadingForm heading_form(std::string_view word) const = 0;

    /// A section begins. `argument` is what stood in quotes.
    virtual void begin_section(const std::string& word, const std::string& argument) = 0;

    /// A setting of the current section, or of none yet. `key` has no blanks; both may be empty
    /// only if the file says so.
    virtual void set(const std::string& key, const std::string& value) = 0;

    void skip_blanks() noexcept;
    void read_line();
    void read_heading();
    void read_setting(bool behind_heading);
    [[nodiscard]] std::string take_quoted();
    [[nodiscard]] std::string take_unquoted(bool one_word);

    std::string_view text_;
    std::string_view line_;
    std::string name_;
    std::size_t number_ = 0;
};

}  // namespace dateline
