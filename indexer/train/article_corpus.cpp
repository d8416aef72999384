// The form is described in corpus/annotated/README.md.
#include "indexer/train/article_corpus.hpp"

#include "common/base/error.hpp"
#include "indexer/source/text/text_reader.hpp"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

namespace dateline::train {

namespace {

std::optional<MentionType> type_of(const std::string& type) {
    if (type == "person") {
        return MentionType::Person;
    }
    if (type == "place") {
        return MentionType::Place;
    }
    return type == "org" ? std::optional(MentionType::Org) : std::nullopt;
}

struct MarkedName {
    LabelledName name;
    std::string entity;
};

void add_name(std::vector<MarkedName>& names, const LabelledText& text, const nlohmann::json& row) {
    const std::optional<MentionType> type = type_of(row.at("type").get<std::string>());
    if (!type) {
        return;
    }
    const LabelledName name{.type = *type,
                            .start_bytes = row.at("start").get<std::uint32_t>(),
                            .end_bytes = row.at("end").get<std::uint32_t>()};
    const auto expected = row.at("text").get<std::string>();
    if (name.start_bytes > text.text.size() ||
        text.text.substr(name.start_bytes, name.end_bytes - name.start_bytes) != expected) {
        throw Error(ErrorCode::InputUnreadable,
                    "'" + text.name + "': '" + expected + "' is not at byte " +
                        std::to_string(name.start_bytes),
                    "run corpus/annotated/marks.py check");
    }
    names.push_back({.name = name, .entity = row.value("entity", "")});
}

int year_of(const Article& article) {
    if (!article.published) {
        return 0;
    }
    const auto days = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(article.published->instant));
    return static_cast<int>(std::chrono::year_month_day(days).year());
}

}  // namespace

AnnotatedArticle read_annotated(std::string_view name,
                                std::string_view text,
                                std::string_view json) {
    AnnotatedArticle result;
    result.text.name = name;
    const Article article = source::parse_text_article(text, {});
    result.text.text = full_text(article);
    result.text.year = year_of(article);
    std::vector<MarkedName> names;
    try {
        const nlohmann::json parsed = nlohmann::json::parse(json);
        result.set = parsed.at("set").get<std::string>();
        for (const nlohmann::json& row : parsed.at("annotations")) {
            add_name(names, result.text, row);
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::InputUnreadable,
                    "'" + std::string(name) + "': cannot read its annotations: " + error.what(),
                    "run corpus/annotated/marks.py check");
    }
    std::sort(names.begin(), names.end(), [](const MarkedName& left, const MarkedName& right) {
        return left.name.start_bytes < right.name.start_bytes;
    });
    for (MarkedName& marked : names) {
        result.text.names.push_back(marked.name);
        result.text.entities.push_back(std::move(marked.entity));
    }
    return result;
}

}  // namespace dateline::train
