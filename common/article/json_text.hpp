// Writes JSON (RFC 8259) straight into a string, where building a tree of values first costs too
// much.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Writes one JSON value piece by piece, without white space; the caller sees to it that what is
/// begun is ended and that members of objects have keys. The bytes are those that nlohmann-json
/// dumps for the same values.
class JsonText {
public:
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }

    /// The key of the member that comes next.
    void key(std::string_view name);

    /// A string; ill-formed UTF-8 in it is replaced by U+FFFD.
    void string(std::string_view value);

    void number(std::uint64_t value);

    /// The fewest digits that read back as `value`, with `.0` if it is whole.
    void number(double value);

    void null();

    /// What was written; nothing is left.
    [[nodiscard]] std::string take();

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();

    std::string text_;
    bool needs_comma_ = false;
};

}  // namespace dateline
