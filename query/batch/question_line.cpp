// JSON keys become the words of a command line, so that both are read and checked the same way.
#include "query/batch/question_line.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "query/option_rules.hpp"
#include "query/option_table.hpp"
#include "query/option_values.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace dateline::query {
namespace {

using Json = nlohmann::json;

/// Why a line is no question.
class LineError : public Error {
public:
    LineError(std::string name, const std::string& message, std::string hint)
        : Error(ErrorCode::Usage, message, std::move(hint)), name_(std::move(name)) {}

    /// For machine output: Error has codes for exit statuses only.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
};

[[noreturn]] void fail(const std::string& name, const std::string& message, std::string hint = {}) {
    throw LineError(name, message, std::move(hint));
}

/// The object of `text`. A key that stands in it twice is refused: which one is meant?
Json read_object(const std::string& text) {
    std::set<std::string> keys;
    std::string twice;
    const auto note_key = [&](int depth, Json::parse_event_t event, Json& value) {
        if (depth == 1 && event == Json::parse_event_t::key &&
            !keys.insert(value.get<std::string>()).second) {
            twice = value.get<std::string>();
        }
        return true;
    };
    Json json;
    try {
        json = Json::parse(text, note_key);
    } catch (const Json::parse_error& error) {
        fail("bad_json", "the line is no JSON (byte " + std::to_string(error.byte) + ")");
    } catch (const Json::out_of_range&) {
        fail("bad_json", "a number in the line is too large");
    }
    if (!json.is_object()) {
        fail("bad_json", "the line is no JSON object", R"(as in {"id": "q8", "query": "oil"})");
    }
    if (!twice.empty()) {
        fail("bad_json", "the key '" + twice + "' stands in the line twice");
    }
    return json;
}

std::string string_of(const std::string& key, const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number_integer() || value.is_number_unsigned()) {
        return value.dump();
    }
    fail("bad_option",
         "the value of '" + key + "' must be a string, a whole number, or an array of strings");
}

/// The values of an option: an array has those of an option that is given several times, or the
/// parts of a list.
std::vector<std::string> strings_of(const std::string& key, const Json& value, bool may_repeat) {
    if (!value.is_array() || value.empty()) {
        return {string_of(key, value)};
    }
    std::vector<std::string> strings;
    for (const Json& part : value) {
        strings.push_back(part.is_string() ? part.get<std::string>() : string_of(key, value));
    }
    if (may_repeat) {
        return strings;
    }
    std::string joined;
    for (const std::string& part : strings) {
        joined += (joined.empty() ? "" : ",") + part;
    }
    return {joined};
}

/// The name of the option that `key` gives: keys may have underlines for hyphens.
std::string option_name(std::string key) {
    std::replace(key.begin(), key.end(), '_', '-');
    return key;
}

const OptionRow& row_of(const std::string& key) {
    const std::string name = option_name(key);
    std::vector<std::string_view> names = {"id", "query"};
    for (const OptionRow& row : option_table()) {
        if (row.per_query && row.name == name) {
            return row;
        }
        if (row.name == name) {
            fail("bad_option",
                 "'" + key + "' cannot be given for one query of a batch",
                 "give --" + name + " on the command line, for all of them");
        }
        if (row.per_query) {
            names.push_back(row.name);
        }
    }
    const auto near = parse::nearest(name, names);
    fail("unknown_key",
         "there is no option '" + key + "' of a query",
         near ? "did you mean '" + std::string(*near) + "'?" : std::string());
}

void set_option(CommandLine& line, const std::string& key, const Json& value) {
    const OptionRow& row = row_of(key);
    const std::string name(row.name);
    line.options.erase(name);
    if (row.argument.empty() || (row.has_optional_argument() && value.is_boolean())) {
        if (!value.is_boolean()) {
            fail("bad_option", "the value of '" + key + "' must be true or false");
        }
        if (value.get<bool>()) {
            line.options[name] = {""};
        }
    } else {
        line.options[name] = strings_of(key, value, may_be_repeated(name));
    }
}

/// Whether the option `key` decides what rows of a table are.
bool shapes_a_table(const std::string& key) {
    return key.starts_with("facet") || key.starts_with("pairs") || key == "timeline" ||
           key == "compare" || key == "since_rev" || key == "since-rev";
}

std::string id_of(const Json& value) {
    std::string id = value.is_string() || value.is_number_integer() ? string_of("id", value) : "";
    if (id.empty() || id.size() > kMaxQueryIdBytes) {
        fail("bad_id",
             "the id must be a whole number, or a string of 1 to " +
                 std::to_string(kMaxQueryIdBytes) + " bytes");
    }
    return id;
}

/// What is asked with the keys of `json`, beside its id and text.
Question question_of(const Json& json, const Options& options) {
    CommandLine line = options.given;
    // On the line they win over what the command line says of the same thing.
    if (json.contains("limit")) {
        line.options.erase("all");
    }
    if (json.value("all", Json()) == Json(true)) {
        line.options.erase("limit");
    }
    std::set<std::string> given;
    for (const auto& [key, value] : json.items()) {
        if (!given.insert(option_name(key)).second) {
            fail("bad_option", "'" + key + "' is given twice, once in another spelling");
        }
        if (is_table(options.format) && shapes_a_table(key)) {
            fail("bad_option",
                 "a table holds the same of all queries: '" + key + "' cannot be given for one",
                 "use JSON, or give it on the command line");
        }
        if (key != "id" && key != "query") {
            set_option(line, key, value);
        }
    }
    Question question = read_question(line, options.format);
    check_combinations(line, read_format(line), question.limit);
    return question;
}

}  // namespace

BatchItem read_question_line(const Line& line, const Options& options) {
    BatchItem item;
    item.question = options.question;
    item.question.id = std::to_string(line.number);
    try {
        const Json json = read_object(line.text);
        if (json.contains("id")) {
            item.question.id = id_of(json["id"]);
        }
        if (!json.contains("query") || !json["query"].is_string()) {
            fail("bad_json", "the line has no string 'query'");
        }
        item.question.text = json["query"].get<std::string>();
        Question question = question_of(json, options);
        question.id = item.question.id;
        question.text = item.question.text;
        item.question = std::move(question);
    } catch (const LineError& error) {
        item.fault = {error.name(), error.what(), error.hint()};
    } catch (const Error& error) {
        item.fault = {"bad_option", error.what(), error.hint()};
    }
    return item;
}

}  // namespace dateline::query
