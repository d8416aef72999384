// One JSON record parsed by simdjson, and plain values out of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A value inside a parsed record; valid until its parser parses again.
using JsonValue = simdjson::dom::element;

/// What parsing a record gave.
struct ParsedJson {
    std::optional<JsonValue> value;  ///< empty if the record cannot be read
    std::string code;                ///< then `bad_json` or `too_deep`
    std::string reason;              ///< then why, for people
    std::size_t bytes_repaired = 0;  ///< see RepairedJson
    std::size_t values_repaired = 0;
};

/// Parses records one after the other, reusing its memory.
class JsonParser {
public:
    /// @param nesting_depth  arrays and objects inside each other that are accepted
    explicit JsonParser(std::uint32_t nesting_depth) : nesting_depth_(nesting_depth) {}

    /// Parses `json`, any bytes; repairs it with repair_json() if it is refused as it stands.
    /// Of duplicate keys the first counts.
    [[nodiscard]] ParsedJson parse(std::string_view json);

private:
    [[nodiscard]] simdjson::error_code attempt(std::string_view json);

    std::uint32_t nesting_depth_;
    simdjson::dom::parser parser_;
    std::string padded_;
    JsonValue value_;
};

/// The member `key` of `value`; std::nullopt if `value` is not an object or has no such key, or the
/// member is null.
[[nodiscard]] std::optional<JsonValue> member(const JsonValue& value, std::string_view key);

/// As member(), for a path of keys joined by dots (`meta.title`); a key that holds the dots itself
/// goes first.
[[nodiscard]] std::optional<JsonValue> member_at(const JsonValue& value, std::string_view path);

/// The text of a string, number or bool, trimmed; empty for anything else.
[[nodiscard]] std::string scalar_text(const JsonValue& value);

/// The first non-empty scalar_text() of the members `keys`; empty if there is none.
[[nodiscard]] std::string text_of(const JsonValue& value,
                                  std::initializer_list<std::string_view> keys);

/// Names in `value`: a string, an object with `name`, `title`, `literal` or `@value`, or an array
/// of these. Trimmed, without empty ones, in order.
[[nodiscard]] std::vector<std::string> names_in(const JsonValue& value);

/// The names_in() of the first of the members `keys` that has any.
[[nodiscard]] std::vector<std::string> names_of(const JsonValue& value,
                                                std::initializer_list<std::string_view> keys);

/// Calls `visit` for each element of an array, or for `value` itself if it is none.
void for_each(const JsonValue& value, const std::function<void(const JsonValue&)>& visit);

}  // namespace dateline::source
