// GeoVirus is read element by element: its file has no attributes and no nesting that matters.
#include "indexer/train/place_corpus.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source/text/sgml_text.hpp"
#include "indexer/source/text/text_reader.hpp"
#include "indexer/train/input_files.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

namespace dateline::train {

namespace {

using analysis::NameMention;

bool is_in(CorpusSet set, bool test) {
    return set == CorpusSet::All || (set == CorpusSet::Test) == test;
}

// The next element `name` of `xml` from `at` on, which is moved behind it; its content.
std::optional<std::string_view> next_element(std::string_view xml,
                                             std::string_view name,
                                             std::size_t& at) {
    const std::string opening = "<" + std::string(name) + ">";
    const std::string closing = "</" + std::string(name) + ">";
    const std::size_t begin = xml.find(opening, at);
    const std::size_t end = begin == xml.npos ? begin : xml.find(closing, begin);
    if (end == xml.npos) {
        return std::nullopt;
    }
    at = end + closing.size();
    return xml.substr(begin + opening.size(), end - begin - opening.size());
}

// The file ends in empty articles that are commented out.
std::string without_comments(std::string_view xml) {
    std::string result;
    while (!xml.empty()) {
        const std::size_t begin = std::min(xml.find("<!--"), xml.size());
        result += xml.substr(0, begin);
        const std::size_t end = xml.find("-->", begin);
        xml.remove_prefix(end == xml.npos ? xml.size() : end + 3);
    }
    return result;
}

std::string element(std::string_view xml, std::string_view name) {
    std::size_t at = 0;
    const std::optional<std::string_view> content = next_element(xml, name, at);
    return content ? source::decode_sgml(*content).text : "";
}

[[noreturn]] void complain(std::string_view name, const std::string& what) {
    throw Error(ErrorCode::InputUnreadable,
                "'" + std::string(name) + "': " + what,
                "give GeoVirus.xml as it was published");
}

template <typename Number>
Number number(std::string_view name, std::string_view xml, std::string_view tag) {
    const std::string content = element(xml, tag);
    const std::string_view digits = trim(content);
    Number value{};
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size()) {
        complain(name, "'" + content + "' is no number");
    }
    return value;
}

// The byte where each character of UTF-8 `text` begins, and its end.
std::vector<std::uint32_t> character_starts(std::string_view text) {
    std::vector<std::uint32_t> starts;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
            starts.push_back(at);
        }
    }
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    return starts;
}

struct LocatedMention {
    NameMention mention;
    MarkedPoint point;
};

LocatedMention read_location(const PlaceText& text,
                             const std::vector<std::uint32_t>& starts,
                             std::string_view xml) {
    const auto start = number<std::size_t>(text.name, xml, "start");
    const auto end = number<std::size_t>(text.name, xml, "end");
    if (start < 1 || start >= end || end > starts.size()) {
        complain(text.name, "a location is outside its text");
    }
    LocatedMention located;
    located.mention.type = MentionType::Place;
    located.mention.range = {starts[start - 1], starts[end - 1]};
    located.point = {number<double>(text.name, xml, "lat"), number<double>(text.name, xml, "lon")};
    const std::string expected = element(xml, "name");
    if (text.text.substr(starts[start - 1], starts[end - 1] - starts[start - 1]) != expected) {
        complain(text.name, "'" + expected + "' is not at character " + std::to_string(start));
    }
    return located;
}

std::optional<MentionType> type_of(const std::string& type) {
    if (type == "person") {
        return MentionType::Person;
    }
    if (type == "place") {
        return MentionType::Place;
    }
    return type == "org" ? std::optional(MentionType::Org) : std::nullopt;
}

}  // namespace

std::vector<PlaceText> read_geovirus(std::string_view name, std::string_view xml, CorpusSet set) {
    const std::string file = without_comments(xml);
    std::vector<PlaceText> texts;
    std::size_t at = 0;
    bool test = true;
    int number = 0;
    while (const std::optional<std::string_view> article = next_element(file, "article", at)) {
        test = !test;
        ++number;
        if (!is_in(set, test)) {
            continue;
        }
        PlaceText text;
        text.name = std::string(name) + ":" + std::to_string(number);
        text.text = element(*article, "text");
        text.language = "en";
        const std::vector<std::uint32_t> starts = character_starts(text.text);
        std::vector<LocatedMention> located;
        std::size_t inside = 0;
        while (const auto location = next_element(*article, "location", inside)) {
            located.push_back(read_location(text, starts, *location));
        }
        std::sort(located.begin(), located.end(), [](const auto& left, const auto& right) {
            return left.mention.range.start_bytes < right.mention.range.start_bytes;
        });
        for (const LocatedMention& each : located) {
            text.mentions.push_back(each.mention);
            text.places.push_back({each.point, ""});
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

std::optional<PlaceText> read_marked_article(std::string_view name,
                                             std::string_view text,
                                             std::string_view json,
                                             CorpusSet set) {
    const Article article = source::parse_text_article(text, {});
    PlaceText result{.name = std::string(name),
                     .text = full_text(article),
                     .dateline = article.dateline.place,
                     .language = article.lang,
                     .mentions = {},
                     .places = {}};
    std::vector<std::pair<NameMention, std::string>> found;
    try {
        const nlohmann::json parsed = nlohmann::json::parse(json);
        if (!is_in(set, parsed.at("set").get<std::string>() == "test")) {
            return std::nullopt;
        }
        for (const nlohmann::json& row : parsed.at("annotations")) {
            const std::optional<MentionType> type = type_of(row.at("type").get<std::string>());
            if (!type) {
                continue;
            }
            NameMention mention;
            mention.type = *type;
            mention.range = {row.at("start").get<std::uint32_t>(),
                             row.at("end").get<std::uint32_t>()};
            found.emplace_back(mention, row.value("entity", ""));
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::InputUnreadable,
                    "'" + result.name + "': cannot read its annotations: " + error.what(),
                    "run corpus/annotated/marks.py check");
    }
    std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        return left.first.range.start_bytes < right.first.range.start_bytes;
    });
    for (const auto& [mention, entity] : found) {
        result.mentions.push_back(mention);
        if (mention.type == MentionType::Place) {
            result.places.push_back({std::nullopt, entity});
        }
    }
    return result;
}

std::vector<PlaceText> read_place_corpus(const std::string& path, CorpusSet set) {
    const std::vector<InputFile> files = open_files(path, [](std::string_view each) {
        return each.ends_with(".xml") || each.ends_with(".json") || each.ends_with(".txt");
    });
    std::map<std::string_view, const InputFile*> by_path;
    for (const InputFile& file : files) {
        by_path[file.path] = &file;
    }
    std::vector<PlaceText> texts;
    for (const InputFile& file : files) {
        if (file.path.ends_with(".xml")) {
            std::vector<PlaceText> read = read_geovirus(file_name(file.path), file.bytes, set);
            std::move(read.begin(), read.end(), std::back_inserter(texts));
            continue;
        }
        if (!file.path.ends_with(".json")) {
            continue;
        }
        const auto text = by_path.find(file.path.substr(0, file.path.size() - 4) + "txt");
        if (text == by_path.end()) {
            continue;
        }
        std::optional<PlaceText> article = read_marked_article(
            file_name(text->second->path), text->second->bytes, file.bytes, set);
        if (article) {
            texts.push_back(std::move(*article));
        }
    }
    if (texts.empty()) {
        throw Error(ErrorCode::InputUnreadable,
                    "there is no text with marked places in '" + path + "'",
                    "give GeoVirus.xml or the folder of annotated articles");
    }
    return texts;
}

}  // namespace dateline::train
