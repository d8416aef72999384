// The dates of corpus/annotated; the form is described in its README.md.
#include "common/base/error.hpp"
#include "indexer/source/text/text_reader.hpp"
#include "indexer/train/dated_corpora.hpp"

#include <nlohmann/json.hpp>

namespace dateline::train {
namespace {

constexpr std::string_view kAdvice = "run corpus/annotated/marks.py check";

void add_date(DatedText& article, const nlohmann::json& row) {
    if (row.at("type").get<std::string>() != "date") {
        return;
    }
    MarkedDate date;
    date.start_bytes = row.at("start").get<std::uint32_t>();
    date.end_bytes = row.at("end").get<std::uint32_t>();
    date.value = row.at("value").get<std::string>();
    const bool clock = date.value.find('T') != std::string::npos;
    date.type = clock ? "TIME" : "DATE";
    const auto expected = row.at("text").get<std::string>();
    if (date.start_bytes > article.text.size() ||
        article.text.substr(date.start_bytes, date.end_bytes - date.start_bytes) != expected) {
        throw Error(ErrorCode::InputUnreadable,
                    "'" + article.name + "': '" + expected + "' is not at byte " +
                        std::to_string(date.start_bytes),
                    std::string(kAdvice));
    }
    article.dates.push_back(std::move(date));
}

}  // namespace

DatedText read_dated_article(std::string_view name, std::string_view text, std::string_view json) {
    const Article parsed_text = source::parse_text_article(text, {});
    DatedText article;
    article.name = name;
    article.text = full_text(parsed_text);
    article.published = parsed_text.published;
    article.scored_bytes = static_cast<std::uint32_t>(article.text.size());
    article.marks_references = false;
    try {
        const nlohmann::json parsed = nlohmann::json::parse(json);
        article.set = parsed.at("set").get<std::string>();
        for (const nlohmann::json& row : parsed.at("annotations")) {
            add_date(article, row);
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::InputUnreadable,
                    "'" + article.name + "': cannot read its annotations: " + error.what(),
                    std::string(kAdvice));
    }
    return article;
}

}  // namespace dateline::train
