// TimeML 1.2.1: the text with TIMEX3 elements in it, and the day of the document's creation.
#include "indexer/train/dated_corpora.hpp"
#include "indexer/train/marked_up.hpp"

namespace dateline::train {

DatedText read_dated_timeml(std::string_view name, std::string_view xml) {
    DatedText found;
    found.name = name;
    bool in_text = false;
    bool in_time = false;
    for_each_tag(xml, [&](std::string_view tag, std::string_view text) {
        const std::string_view element = element_of(tag);
        const auto size = static_cast<std::uint32_t>(found.text.size());
        if (element == "TEXT" || element == "/TEXT") {
            in_text = element == "TEXT";
        } else if (element == "TIMEX3") {
            const std::string value = attribute_of(tag, "value");
            if (attribute_of(tag, "functionInDocument") == "CREATION_TIME" && !in_text) {
                found.published = time::parse_iso_time(value);
            } else if (in_text) {
                found.dates.push_back({size, size, attribute_of(tag, "type"), value});
                in_time = true;
            }
        } else if (element == "/TIMEX3" && in_time) {
            found.dates.back().end_bytes = size;
            in_time = false;
        }
        found.text += in_text ? decode_entities(text) : std::string();
    });
    found.scored_bytes = static_cast<std::uint32_t>(found.text.size());
    return found;
}

}  // namespace dateline::train
