// Spells out the nodes of a query tree.
#include "query/render/tree_words.hpp"

#include "common/base/printable.hpp"
#include "common/time/published.hpp"

#include <array>
#include <charconv>

namespace dateline::render {
namespace {

std::string days_words(const parse::DayRange& days) {
    if (days.undated) {
        return "none";
    }
    return std::string(days.overlapping ? "~" : "") +
           (days.from ? time::format_day(*days.from) : "") + ".." +
           (days.to ? time::format_day(*days.to) + " (end exclusive)" : "");
}

std::string numbers_words(const parse::NumberRange& numbers) {
    return (numbers.from ? std::to_string(*numbers.from) : "") + ".." +
           (numbers.to ? std::to_string(*numbers.to) : "");
}

std::string counted(std::uint32_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void append_tree(std::string& out, const parse::Node& node, std::size_t depth) {
    out += std::string(2 * depth, ' ') + std::string(kind_name(node.kind));
    if (node.field != nullptr) {
        out += " " + std::string(node.field->name) + ":";
    }
    const std::string value = value_words(node);
    if (!value.empty()) {
        out += " " + printable_line(value);
    }
    if (node.boost != 1) {
        out += " ^" + parse::print_boost(node.boost);
    }
    out += "\n";
    for (const parse::Node& child : node.children) {
        append_tree(out, child, depth + 1);
    }
}

}  // namespace

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) {
            out += separator;
        }
        out += items[i];
    }
    return out;
}

std::string_view kind_name(parse::NodeKind kind) noexcept {
    switch (kind) {
        case parse::NodeKind::Everything:
            return "everything";
        case parse::NodeKind::Word:
            return "word";
        case parse::NodeKind::Phrase:
            return "phrase";
        case parse::NodeKind::Id:
            return "id";
        case parse::NodeKind::Days:
            return "days";
        case parse::NodeKind::Numbers:
            return "numbers";
        case parse::NodeKind::And:
            return "and";
        case parse::NodeKind::Or:
            return "or";
        case parse::NodeKind::Not:
            return "not";
        case parse::NodeKind::Near:
            return "near";
        case parse::NodeKind::Together:
            return "together";
        case parse::NodeKind::AtLeast:
            return "atleast";
        case parse::NodeKind::First:
            return "first";
        case parse::NodeKind::Said:
            return "said";
        case parse::NodeKind::Like:
            return "like";
    }
    return "";
}

std::string value_words(const parse::Node& node) {
    const std::string exact = node.exact ? "=" : "";
    switch (node.kind) {
        case parse::NodeKind::Word:
            return exact + node.text + (node.prefix ? "*" : "") +
                   (node.fuzzy > 0 ? "~" + std::to_string(node.fuzzy) : "");
        case parse::NodeKind::Phrase:
            return exact + '"' + node.text + '"' +
                   (node.slop > 0 ? "~" + std::to_string(node.slop) : "");
        case parse::NodeKind::Id:
            return exact + "@" + node.text;
        case parse::NodeKind::Days:
            return days_words(node.days);
        case parse::NodeKind::Numbers:
            return numbers_words(node.numbers);
        case parse::NodeKind::Near:
            return "within " + counted(node.distance, "word") +
                   (node.ordered ? ", in this order" : "");
        case parse::NodeKind::Together:
            return node.unit == parse::Unit::Sentence ? "in a sentence" : "in a paragraph";
        case parse::NodeKind::AtLeast:
            return counted(node.count, "mention");
        case parse::NodeKind::First:
            return counted(node.count, "word");
        case parse::NodeKind::Like:
            return "@" + node.text;
        case parse::NodeKind::Everything:
        case parse::NodeKind::And:
        case parse::NodeKind::Or:
        case parse::NodeKind::Not:
        case parse::NodeKind::Said:
            return {};
    }
    return {};
}

std::string tree_words(const parse::Node& tree) {
    std::string out;
    append_tree(out, tree, 0);
    return out;
}

std::string score_text(double score) {
    std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), score, std::chars_format::fixed, 3);
    return {buffer.data(), result.ptr};
}

std::string_view change_name(search::HitChange change) noexcept {
    switch (change) {
        case search::HitChange::New:
            return "new";
        case search::HitChange::Updated:
            return "updated";
    }
    return "";
}

}  // namespace dateline::render
