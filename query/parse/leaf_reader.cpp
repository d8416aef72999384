// Values by the kind of their field: words, ids, codes, presence, days and numbers.
#include "query/parse/leaf_reader.hpp"

#include "common/base/utf8.hpp"
#include "query/parse/foreign.hpp"
#include "query/parse/marks.hpp"
#include "query/parse/proximity.hpp"
#include "query/parse/ranges.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace dateline::parse {
namespace {

using schema::FieldKind;

constexpr std::string_view kClosingPunctuation = ",;:.?";

bool takes_words(const FieldUse& use) {
    return use.field == nullptr || use.field->kind == FieldKind::Text ||
           use.field->kind == FieldKind::Name;
}

bool has_ids(const schema::Field& field) {
    return !field.id_letters.empty() || field.id == schema::FieldId::Id ||
           field.id == schema::FieldId::Like;
}

BadValue empty_value(const FieldUse& use) {
    const std::string name(use.field == nullptr ? "" : use.field->name);
    return {"empty_value",
            name.empty() ? "a value is missing" : "'" + name + ":' has no value",
            name.empty() ? "" : "as in " + std::string(use.field->example)};
}

/// `@P:vladimir-putin` of the JSON output is `@vladimir-putin` in a query.
std::string_view without_letter(std::string_view id, std::string_view letters) {
    const bool typed =
        id.size() > 2 && id[1] == ':' && letters.find(id[0]) != std::string_view::npos;
    return typed ? id.substr(2) : id;
}

/// Whether `word` is an operator in other places, as `near5` and `atleast3` are.
bool is_operator_here(std::string_view word) {
    const auto proximity = proximity_word(word);
    return (proximity && !proximity->is_weak) || numbered_name(word, "atleast").has_value();
}

/// `bad`, which is about all of `value` but for a mark before it, with field and mark in its hint,
/// so that it can be typed as it stands.
BadValue with_field(const FieldUse& use, std::string_view value, BadValue bad) {
    const std::size_t mark = std::min(value.find_first_not_of("<>=~"), value.size());
    if (bad.message.find(quoted(ascii_lower(value.substr(mark)))) == std::string::npos) {
        return bad;  // about one end of a range
    }
    const bool is_range = bad.hint.find("..") != std::string::npos;  // which takes no mark
    const std::string start =
        name_of(use) + ":" + std::string(value.substr(0, is_range ? 0 : mark));
    for (const std::string_view before : {"write ", "(day first) or "}) {
        const std::size_t at = bad.hint.find(before);
        const std::size_t meant = at + before.size();
        // A value begins with a digit, but for `today` and a range without a start.
        if (at != std::string::npos && meant < bad.hint.size() &&
            (is_digits(bad.hint.substr(meant, 1)) || bad.hint[meant] == '.' ||
             bad.hint.substr(meant) == "today")) {
            bad.hint.insert(meant, start);
        }
    }
    return bad;
}

bool is_word_operator(std::string_view word) {
    return word == "AND" || word == "OR" || word == "NOT" || word == "XOR" || is_and_not(word);
}

}  // namespace

void LeafReader::error(std::size_t begin, std::size_t end, BadValue bad) {
    if (keeps_faults_) {
        if (!fault_) {
            fault_ = Fault{begin, end, std::move(bad)};
        }
        return;
    }
    problems_.error({std::move(bad.code),
                     source_.span(begin, end),
                     std::move(bad.message),
                     std::move(bad.hint)});
}

void LeafReader::warning(std::size_t begin, std::size_t end, BadValue doubtful) {
    problems_.warning({std::move(doubtful.code),
                       source_.span(begin, end),
                       std::move(doubtful.message),
                       std::move(doubtful.hint)});
}

Node LeafReader::leaf(NodeKind kind,
                      const FieldUse& use,
                      std::size_t begin,
                      std::size_t end) const {
    Node node;
    node.kind = kind;
    node.span = source_.span(use.field == nullptr ? begin : std::min(use.begin, begin), end);
    node.field = use.field;
    return node;
}

std::optional<Node> LeafReader::read_bare(const FieldUse& use, std::size_t begin, std::size_t end) {
    if (text(begin, end).empty() || text(begin, end) == "=") {
        error(std::min(use.begin, begin), end, empty_value(use));
        return std::nullopt;
    }
    if (text(begin, end) == "*" && use.field != nullptr) {
        const auto values = schema::presence_values();
        const bool known = std::find(values.begin(), values.end(), use.field->name) != values.end();
        error(begin,
              end,
              {"field_everything",
               "'*' takes no field",
               known ? "write has:" + std::string(use.field->name) : "leave the field out"});
        return std::nullopt;
    }
    if (takes_words(use)) {
        return read_word(use, begin, end);
    }
    switch (use.field->kind) {
        case FieldKind::Presence:
            return read_presence(use, begin, end);
        case FieldKind::Date:
        case FieldKind::Number:
            return read_range(use, begin, end);
        case FieldKind::Code:
        case FieldKind::Text:
        case FieldKind::Name:
            break;
        case FieldKind::Operator:
            return read_like(use, begin, end);
    }
    return read_code(use, begin, end);
}

bool LeafReader::check_word(const FieldUse& use,
                            std::string_view word,
                            std::size_t begin,
                            std::size_t end) {
    if (use.field == nullptr && (is_word_operator(word) || is_operator_here(word))) {
        error(begin,
              end,
              {"operator_as_word",
               quoted(word) + " is an operator",
               "to search for the word, put it in quotes"});
        return false;
    }
    if (auto bad = foreign_mark(word)) {
        error(begin, end, std::move(*bad));
        return false;
    }
    if (count_word_characters(word) == 0) {
        error(begin, end, empty_value(use));
        return false;
    }
    return true;
}

std::optional<Node> LeafReader::read_word(const FieldUse& use, std::size_t begin, std::size_t end) {
    if (text(begin, end) == "*") {
        return leaf(NodeKind::Everything, use, begin, end);
    }
    std::string_view word = text(begin, end);
    if (use.field != nullptr && word.starts_with("=@")) {
        return read_exact_id(use, begin, end);
    }
    if (word.front() == '@' && use.field != nullptr) {
        return read_id(use, begin, end);
    }
    Node node = leaf(NodeKind::Word, use, begin, end);
    if (word.front() == '=') {
        node.exact = true;
        word.remove_prefix(1);
    }
    word = word.substr(0, word.find_last_not_of(kClosingPunctuation) + 1);
    if (word.size() > 1 && word.ends_with('*')) {
        node.prefix = true;
        word.remove_suffix(1);
    }
    const std::size_t tilde = node.prefix || node.exact ? 0 : fuzzy_mark(word);
    const std::string_view mark = word.substr(tilde == 0 ? word.size() : tilde);
    word.remove_suffix(mark.size());
    if (!check_word(use, word, begin, end)) {
        return std::nullopt;
    }
    if (word.front() == '=') {
        error(begin,
              end,
              {"foreign_operator", "'=' stands once before a word", "write " + std::string(word)});
        return std::nullopt;
    }
    if (node.prefix && count_word_characters(word) < kMinPrefixCharacters) {
        error(begin,
              end,
              {"prefix_too_short",
               quoted(text(begin, end)) + " would match too many words",
               "write at least " + std::to_string(kMinPrefixCharacters) + " letters before *"});
        return std::nullopt;
    }
    if (word.front() == '@') {
        warning(begin,
                end,
                {"id_without_field",
                 quoted(word) + " is read as a word",
                 "an id is written id:" + std::string(word)});
    }
    node.text = word;
    return mark.empty() ? std::optional(std::move(node))
                        : read_fuzzy(std::move(node), mark, begin, end);
}

std::optional<Node> LeafReader::read_fuzzy(Node word,
                                           std::string_view mark,
                                           std::size_t begin,
                                           std::size_t end) {
    auto edits = read_edits(word.text, mark);
    if (auto* const bad = std::get_if<BadValue>(&edits)) {
        error(begin, end, std::move(*bad));
        return std::nullopt;
    }
    word.fuzzy = std::get<std::uint32_t>(edits);
    return word;
}

std::optional<Node> LeafReader::read_like(const FieldUse& use, std::size_t begin, std::size_t end) {
    if (text(begin, end).front() != '@') {
        error(begin,
              end,
              {"bad_id",
               "'like:' takes the id of an article",
               "copy it from an answer, as in " + std::string(use.field->example)});
        return std::nullopt;
    }
    std::optional<Node> node = read_id(use, begin, end);
    if (node) {
        node->kind = NodeKind::Like;
        node->field = nullptr;
    }
    return node;
}

std::optional<Node> LeafReader::read_exact_id(const FieldUse& use,
                                              std::size_t begin,
                                              std::size_t end) {
    std::optional<Node> node = read_id(use, begin + 1, end);
    if (node && use.field->id != schema::FieldId::Place) {
        error(begin,
              end,
              {"exact_id",
               "only a place's id takes a '='",
               "write " + std::string(use.field->name) + ":@" + node->text});
        return std::nullopt;
    }
    if (node) {
        node->exact = true;
    }
    return node;
}

std::optional<Node> LeafReader::read_id(const FieldUse& use, std::size_t begin, std::size_t end) {
    if (!has_ids(*use.field)) {
        error(begin,
              end,
              {"no_ids",
               "the field '" + std::string(use.field->name) + "' has no ids",
               "ids are written person:@…, place:@…, org:@… or id:@…"});
        return std::nullopt;
    }
    std::string_view id = text(begin + 1, end);
    id = id.substr(0, id.find_last_not_of(",;?") + 1);
    id = without_letter(id, use.field->id_letters);
    if (count_word_characters(id) == 0 || id.find_first_of("*?!=<>@:") != std::string_view::npos) {
        error(begin,
              end,
              {"bad_id",
               quoted(text(begin, end)) + " is no id",
               "copy the id from an answer, as in person:@vladimir-putin"});
        return std::nullopt;
    }
    Node node = leaf(NodeKind::Id, use, begin, end);
    node.text = id;
    return node;
}

std::optional<Node> LeafReader::read_code(const FieldUse& use, std::size_t begin, std::size_t end) {
    std::string_view value = text(begin, end);
    if (value.front() == '@') {
        return read_id(use, begin, end);
    }
    Node node = leaf(NodeKind::Word, use, begin, end);
    if (value.front() == '=') {
        node.exact = true;
        value.remove_prefix(1);
    }
    value = value.substr(0, value.find_last_not_of(",;?") + 1);
    if (value.find('*') != std::string_view::npos) {
        error(begin,
              end,
              {"no_prefix_here",
               "the field '" + std::string(use.field->name) + "' takes whole values, no wildcard",
               "write the whole value, in quotes if it has a '*'"});
        return std::nullopt;
    }
    if (count_word_characters(value) == 0 || value.front() == '=' || value.front() == '@') {
        error(std::min(use.begin, begin), end, empty_value(use));
        return std::nullopt;
    }
    node.text = value;
    return node;
}

std::optional<Node> LeafReader::read_presence(const FieldUse& use,
                                              std::size_t begin,
                                              std::size_t end) {
    std::string value = ascii_lower(text(begin, end));
    value.erase(value.find_last_not_of(",;.?") + 1);
    const auto values = schema::presence_values();
    if (std::find(values.begin(), values.end(), value) == values.end()) {
        auto found = nearest(value, values);
        if (!found) {
            const auto field = suggest_field(value);
            found = field && std::find(values.begin(), values.end(), *field) != values.end()
                        ? field
                        : std::nullopt;
        }
        std::string list;
        for (const std::string_view each : values) {
            list += (list.empty() ? "" : ", ") + std::string(each);
        }
        error(begin,
              end,
              {"unknown_value",
               "'has:' does not know " + quoted(value),
               found ? "did you mean 'has:" + std::string(*found) + "'?" : "it knows " + list});
        return std::nullopt;
    }
    Node node = leaf(NodeKind::Word, use, begin, end);
    node.text = std::move(value);
    return node;
}

std::optional<Node> LeafReader::read_range(const FieldUse& use,
                                           std::size_t begin,
                                           std::size_t end) {
    std::string_view value = text(begin, end);
    value = value.substr(0, value.find_last_not_of(",;?") + 1);
    if (use.field->kind == FieldKind::Number) {
        const auto numbers = parse_numbers(value);
        if (const auto* const bad = std::get_if<BadValue>(&numbers)) {
            error(begin, end, with_field(use, value, *bad));
            return std::nullopt;
        }
        Node node = leaf(NodeKind::Numbers, use, begin, end);
        node.numbers = std::get<NumberRange>(numbers);
        return node;
    }
    Node node = leaf(NodeKind::Days, use, begin, end);
    if (use.sugar != FieldUse::Sugar::None) {
        const auto point = parse_date_point(value, today_);
        if (const auto* const bad = std::get_if<BadValue>(&point)) {
            error(begin, end, with_field(use, value, *bad));
            return std::nullopt;
        }
        const std::chrono::sys_days edge = std::get<DayPeriod>(point).from;
        (use.sugar == FieldUse::Sugar::After ? node.days.from : node.days.to) = edge;
        return node;
    }
    const bool overlapping =
        use.field->id == schema::FieldId::Event && value.starts_with('~') && value != "~none";
    const auto days = parse_days(value.substr(overlapping ? 1 : 0), today_);
    if (const auto* const bad = std::get_if<BadValue>(&days)) {
        error(begin, end, with_field(use, value, *bad));
        return std::nullopt;
    }
    node.days = std::get<DayRange>(days);
    node.days.overlapping = overlapping;
    if (node.days.undated && use.field->id == schema::FieldId::Seen) {
        error(begin,
              end,
              {"bad_date", "'seen:' cannot be none", "every article has been seen on a day"});
        return std::nullopt;
    }
    return node;
}

std::optional<Node> LeafReader::read_brackets(const FieldUse& use,
                                              const Token& lower,
                                              const Token& upper,
                                              std::size_t begin) {
    const std::string_view first = text(begin, lower.end);
    std::string_view last = text(upper.begin, upper.end);
    last = last.substr(0, last.find_last_not_of(",;.") + 1);
    const bool is_closed = last.size() > 1 && (last.back() == ']' || last.back() == '}');
    const bool takes_range =
        use.field->kind == FieldKind::Date || use.field->kind == FieldKind::Number;
    if (!is_closed || !takes_range || use.sugar != FieldUse::Sugar::None) {
        error(begin,
              upper.end,
              {"foreign_operator", "ranges have no brackets", "write date:A..B or len:A..B"});
        return std::nullopt;
    }
    const auto side = [&](std::string_view point, bool open, std::string_view sign) {
        return point == "*" ? std::string()
                            : std::string(sign) + (open ? "" : "=") + std::string(point);
    };
    const std::string from = side(first.substr(1), first.front() == '{', ">");
    const std::string to = side(last.substr(0, last.size() - 1), last.back() == '}', "<");
    Node node = leaf(use.field->kind == FieldKind::Date ? NodeKind::Days : NodeKind::Numbers,
                     use,
                     begin,
                     upper.end);
    auto range = parse_ends(*use.field, from, to, today_);
    if (auto* const bad = std::get_if<BadValue>(&range)) {
        error(begin, upper.end, std::move(*bad));
        return std::nullopt;
    }
    node.days = std::get<RangeOfEnds>(range).days;
    node.numbers = std::get<RangeOfEnds>(range).numbers;
    return node;
}

std::string LeafReader::unquoted(const FieldUse& use, const std::string& phrase) const {
    const bool is_date = use.field->kind == FieldKind::Date;
    if (is_date && !std::holds_alternative<DayRange>(parse_days(phrase, today_))) {
        const auto point = parse_date_point(phrase, today_);
        const auto* const bad = std::get_if<BadValue>(&point);
        if (bad != nullptr && bad->hint.starts_with("write ")) {
            return with_field(use, phrase, *bad).hint;
        }
    } else if (is_date || std::holds_alternative<NumberRange>(parse_numbers(phrase))) {
        return "write " + name_of(use) + ":" + phrase;
    }
    return "as in " + std::string(use.field->example);
}

std::optional<Node> LeafReader::read_phrase(const FieldUse& use,
                                            const Token& token,
                                            std::size_t begin,
                                            bool exact) {
    if (use.field != nullptr &&
        (use.field->kind == FieldKind::Date || use.field->kind == FieldKind::Number ||
         use.field->kind == FieldKind::Presence || use.field->id == schema::FieldId::Like)) {
        error(begin,
              token.end,
              {"quoted_value",
               "the field '" + std::string(use.field->name) + "' takes no quotes",
               unquoted(use, token.phrase)});
        return std::nullopt;
    }
    if (count_word_characters(token.phrase) == 0) {
        error(begin,
              token.end,
              {"empty_phrase",
               "the quotes hold no word",
               "put a word between them, or leave them out"});
        return std::nullopt;
    }
    const bool is_code = use.field != nullptr && use.field->kind == FieldKind::Code;
    const std::size_t star = token.phrase.find('*');
    if (!is_code && star != std::string::npos && star > 0) {
        error(begin,
              token.end,
              {"wildcard_in_quotes",
               "a wildcard has no meaning inside quotes",
               token.phrase[star - 1] == ' '
                   ? "for a word between write \"a b\"~1"
                   : "write the word with * outside of the quotes, or leave the * out"});
        return std::nullopt;
    }
    Node node = leaf(NodeKind::Phrase, use, begin, token.end);
    node.exact = exact;
    node.text = token.phrase;
    return node;
}

}  // namespace dateline::parse
