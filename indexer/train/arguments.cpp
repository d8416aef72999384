// Every option takes a value, which keeps this short.
#include "indexer/train/arguments.hpp"

#include "common/base/error.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"

#include <algorithm>
#include <charconv>

namespace dateline::train {

namespace {

[[noreturn]] void complain(const std::string& message, const std::string& hint) {
    throw Error(ErrorCode::Usage, message, hint);
}

}  // namespace

Arguments::Arguments(std::span<const std::string> words, std::span<const std::string_view> known) {
    bool only_operands = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (only_operands || !word.starts_with("--")) {
            operands_.push_back(word);
            continue;
        }
        if (word == "--") {
            only_operands = true;
            continue;
        }
        const std::size_t sign = std::min(word.find('='), word.size());
        const std::string name = word.substr(2, sign - 2);
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string_view near = nearest_name(name, known);
            complain("unknown option '--" + printable_line(name) + "'",
                     near.empty() ? "see dateline-train --help"
                                  : "did you mean '--" + std::string(near) + "'?");
        }
        if (sign < word.size()) {
            values_[name] = word.substr(sign + 1);
        } else if (i + 1 < words.size()) {
            values_[name] = words[++i];
        } else {
            complain("option '--" + name + "' needs a value", "see dateline-train --help");
        }
    }
}

std::string Arguments::value(std::string_view name, std::string_view otherwise) const {
    const auto value = values_.find(name);
    return value == values_.end() ? std::string(otherwise) : value->second;
}

std::uint64_t Arguments::number(std::string_view name,
                                std::uint64_t otherwise,
                                std::uint64_t limit) const {
    const auto value = values_.find(name);
    if (value == values_.end()) {
        return otherwise;
    }
    const std::string& text = value->second;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > limit) {
        complain("option '--" + std::string(name) + "': '" + printable_line(text) +
                     "' is no number up to " + std::to_string(limit),
                 "give a whole number");
    }
    return number;
}

double Arguments::decimal(std::string_view name, double otherwise) const {
    constexpr double limit_list = 1000;
    const auto value = values_.find(name);
    if (value == values_.end()) {
        return otherwise;
    }
    const std::string& text = value->second;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number >= 0) ||
        number > limit_list) {
        complain("option '--" + std::string(name) + "': '" + printable_line(text) +
                     "' is no number from 0 to 1000",
                 "give a decimal number such as 0.05");
    }
    return number;
}

}  // namespace dateline::train
