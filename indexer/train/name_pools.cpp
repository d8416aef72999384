// The columns are described at the head of each table.
#include "indexer/train/name_pools.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "indexer/analysis/letters.hpp"
#include "indexer/train/input_files.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace dateline::train {

namespace {

constexpr std::uint64_t kLeastPeople = 15'000;

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (;;) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        columns.push_back(line.substr(0, end));
        if (end == line.size()) {
            return columns;
        }
        line.remove_prefix(end + 1);
    }
}

std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Latin letters, starting with a capital: what stands in English text.
bool is_usable(std::string_view name) {
    constexpr char32_t end_of_latin = 0x250;
    bool first = true;
    for (std::size_t offset = 0; offset < name.size();) {
        const DecodedCodePoint decoded = decode_utf8(name, offset);
        const analysis::Letter letter = analysis::letter_of(decoded.code_point);
        if (decoded.code_point >= end_of_latin || letter.kind == analysis::LetterKind::Digit ||
            (first && letter.kind != analysis::LetterKind::Upper) || name[offset] == '(') {
            return false;
        }
        first = false;
        offset += decoded.size_bytes;
    }
    return name.size() > 1;
}

void add(std::vector<std::string>& names, std::string_view name) {
    if (is_usable(name)) {
        names.emplace_back(name);
    }
}

void add_row(NamePools& pools,
             std::string_view table,
             const std::vector<std::string_view>& columns) {
    const auto column = [&](std::size_t number) {
        return number < columns.size() ? columns[number] : std::string_view{};
    };
    if (table == "person_names.tsv") {
        if (column(1).find('g') != std::string_view::npos) {
            add(pools.given, column(0));
        }
        if (column(1).find('f') != std::string_view::npos) {
            add(pools.family, column(0));
        }
    } else if (table == "places.tsv") {
        if (number_of(column(8)) >= kLeastPeople) {
            add(pools.places, column(1));
        }
    } else if (table == "countries.tsv") {
        add(pools.countries, column(3));
    } else if (table == "organisations.tsv") {
        if (column(0) == "company" || column(0) == "bank") {
            add(pools.organisations, column(2));
        }
    }
}

}  // namespace

NamePools read_name_pools(const std::string& path) {
    NamePools pools;
    const auto is_table = [](std::string_view file) { return file.ends_with(".tsv"); };
    for (const InputFile& file : open_files(path, is_table)) {
        const std::string_view table = std::string_view(file.path).substr(file.path.rfind('/') + 1);
        std::string_view rest = file.bytes;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            if (!line.empty() && line[0] != '#') {
                add_row(pools, table, columns_of(line));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    if (pools.empty()) {
        throw Error(ErrorCode::InputUnreadable,
                    "there are no names of people in '" + path + "'",
                    "give the folder common/gazetteer/data");
    }
    return pools;
}

}  // namespace dateline::train
