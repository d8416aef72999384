// One JSON record parsed by simdjson, and plain values out of it.
#include "indexer/source/json/json_document.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/json/json_repair.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// What is wrong with a record, in our words where simdjson's are many.
std::string fault(simdjson::error_code error) {
    switch (error) {
        case simdjson::TAPE_ERROR:
            return "brackets, commas or colons do not fit";
        case simdjson::STRING_ERROR:
            return "a string has a bad escape or a control character";
        case simdjson::UNCLOSED_STRING:
            return "a string is not closed";
        case simdjson::NUMBER_ERROR:
            return "a number is malformed or too large";
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return "a word is none of true, false and null";
        case simdjson::EMPTY:
            return "there is nothing in it";
        default:
            return simdjson::error_message(error);
    }
}

}  // namespace

simdjson::error_code JsonParser::attempt(std::string_view json) {
    padded_.assign(json);
    padded_.append(simdjson::SIMDJSON_PADDING, ' ');
    if (parser_.capacity() < json.size() || parser_.max_depth() != nesting_depth_) {
        const simdjson::error_code error =
            parser_.allocate(std::max<std::size_t>(json.size(), 1U << 16U), nesting_depth_);
        if (error != simdjson::SUCCESS) {
            return error;
        }
    }
    return parser_.parse(padded_.data(), json.size(), false).get(value_);
}

ParsedJson JsonParser::parse(std::string_view json) {
    ParsedJson parsed;
    simdjson::error_code error = simdjson::SUCCESS;
    // simdjson accepts escaped NUL, which nothing after this place does.
    if (json.find("\\u0000") == std::string_view::npos) {
        error = attempt(json);
    } else {
        error = simdjson::STRING_ERROR;
    }
    if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR) {
        RepairedJson repaired = repair_json(json);
        parsed.bytes_repaired = repaired.bytes_repaired;
        parsed.values_repaired = repaired.values_repaired;
        if (repaired.bytes_repaired + repaired.values_repaired > 0) {
            error = attempt(repaired.text);
        }
    }
    if (error == simdjson::SUCCESS) {
        parsed.value = value_;
    } else {
        parsed.code = error == simdjson::DEPTH_ERROR ? "too_deep" : "bad_json";
        parsed.reason = error == simdjson::DEPTH_ERROR
                            ? "nested deeper than " + std::to_string(nesting_depth_) + " levels"
                            : std::string("not valid JSON: ") + fault(error);
    }
    return parsed;
}

std::optional<JsonValue> member(const JsonValue& value, std::string_view key) {
    simdjson::dom::object object;
    JsonValue found;
    if (value.get(object) != simdjson::SUCCESS ||
        object.at_key(key).get(found) != simdjson::SUCCESS || found.is_null()) {
        return std::nullopt;
    }
    return found;
}

std::optional<JsonValue> member_at(const JsonValue& value, std::string_view path) {
    if (const std::optional<JsonValue> whole = member(value, path)) {
        return whole;
    }
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    const std::optional<JsonValue> outer = member(value, path.substr(0, dot));
    return outer ? member_at(*outer, path.substr(dot + 1)) : std::nullopt;
}

std::string scalar_text(const JsonValue& value) {
    std::array<char, 32> digits{};
    const auto number = [&digits](auto n) {
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
        return std::string(digits.data(), end);
    };
    switch (value.type()) {
        case simdjson::dom::element_type::STRING:
            return std::string(trim(std::string_view(value)));
        case simdjson::dom::element_type::INT64:
            return number(std::int64_t(value));
        case simdjson::dom::element_type::UINT64:
            return number(std::uint64_t(value));
        case simdjson::dom::element_type::DOUBLE:
            return number(double(value));
        case simdjson::dom::element_type::BOOL:
            return bool(value) ? "true" : "false";
        case simdjson::dom::element_type::ARRAY:
        case simdjson::dom::element_type::OBJECT:
        case simdjson::dom::element_type::NULL_VALUE:
            break;
    }
    return {};
}

std::string text_of(const JsonValue& value, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const std::optional<JsonValue> found = member(value, key)) {
            std::string text = scalar_text(*found);
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

std::vector<std::string> names_in(const JsonValue& value) {
    std::vector<std::string> names;
    for_each(value, [&names](const JsonValue& item) {
        std::string name = item.is_object()
                               ? text_of(item, {"name", "title", "literal", "@value", "value"})
                               : scalar_text(item);
        name = collapse_spaces(name);
        if (!name.empty()) {
            names.push_back(std::move(name));
        }
    });
    return names;
}

std::vector<std::string> names_of(const JsonValue& value,
                                  std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const std::optional<JsonValue> found = member(value, key)) {
            std::vector<std::string> names = names_in(*found);
            if (!names.empty()) {
                return names;
            }
        }
    }
    return {};
}

void for_each(const JsonValue& value, const std::function<void(const JsonValue&)>& visit) {
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) {
        visit(value);
        return;
    }
    for (const JsonValue item : items) {
        visit(item);
    }
}

}  // namespace dateline::source
