// Layout of an article for `--show`.
#include "query/render/article_view.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/text_renderer.hpp"
#include "query/render/tree_words.hpp"
#include "query/search/entities.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline::render {
namespace {

/// Whether the text holds a name or a day; "now" and "last year" of an undated article are none.
bool is_shown(const Mention& mention) {
    return mention.given.empty() && (mention.type != MentionType::Date || mention.days);
}

/// The mentions that lie in bytes [begin, end) of the full text, as marks of that part.
std::vector<search::Mark> marks_in(const Article& article, std::size_t begin, std::size_t end) {
    std::vector<search::Mark> marks;
    for (const Mention& mention : article.mentions) {
        if (is_shown(mention) && mention.start_bytes >= begin && mention.end_bytes <= end) {
            marks.emplace_back(static_cast<std::uint32_t>(mention.start_bytes - begin),
                               static_cast<std::uint32_t>(mention.end_bytes - begin));
        }
    }
    return marks;
}

/// Writes the lines of `paragraph`, each in pieces of at most `columns` columns, with the mentions
/// of names and dates underlined.
void write_paragraph(const Article& article,
                     std::string_view paragraph,
                     std::size_t offset_bytes,
                     const Style& style,
                     Output& out) {
    Palette colors = palette(style.color);
    colors.mark = colors.mention;
    if (style.at_prompt && !style.color) {
        colors.mark = "[";
        colors.reset = "]";
    }
    while (!paragraph.empty()) {
        const std::size_t size = std::min(paragraph.find('\n'), paragraph.size());
        const MarkedText line =
            printable_marked({"body",
                              std::string(paragraph.substr(0, size)),
                              marks_in(article, offset_bytes, offset_bytes + size)});
        for (const auto& range : break_lines(line.text, style.columns)) {
            out.write(highlighted(line, range, {}, colors) + "\n");
        }
        const std::size_t step = std::min(size + 1, paragraph.size());
        paragraph.remove_prefix(step);
        offset_bytes += step;
    }
}

/// The names of `type` with how often the text mentions them: `Vladimir Putin 7, Donald Trump 5`.
std::string counted_names(const std::vector<search::ShownEntity>& entities) {
    std::vector<std::string> names;
    names.reserve(entities.size());
    for (const search::ShownEntity& entity : entities) {
        names.push_back(entity.name +
                        (entity.mentions > 0 ? " " + std::to_string(entity.mentions) : ""));
    }
    return joined(names);
}

}  // namespace

void write_article_view(const search::Hit& hit, const Style& style, Output& out) {
    const Article& article = hit.article;
    const Palette colors = palette(style.color);
    const std::string title = article.title.empty() ? "(no title)" : printable_line(article.title);
    out.write(highlighted({title, {}}, {0, title.size()}, colors.title, colors) + "\n");
    const std::string published = article.published ? short_time(*article.published) : "undated";
    const std::vector<std::pair<std::string_view, std::string>> rows = {
        {"id", "@" + hit.id},
        {"given id", article.id},
        {"published", published},
        {"by", joined(article.authors)},
        {"source", article.source},
        {"section", article.section},
        {"lang", article.lang},
        {"url", article.url},
        {"people", counted_names(hit.people)},
        {"places", counted_names(hit.places)},
        {"orgs", counted_names(hit.orgs)},
        {"events", joined(search::events_of(article))},
        {"topics", joined(article.topics)},
        {"collection", article.collection},
        {"read from", article.locator.file.empty() ? "" : describe(article.locator)},
    };
    for (const auto& [label, value] : rows) {
        if (!value.empty()) {
            out.write(std::string(label) + ": " + printable_line(value) + "\n");
        }
    }
    std::size_t offset_bytes = article.title.empty() ? 0 : article.title.size() + 2;
    for (const std::string& paragraph : article.paragraphs) {
        out.write("\n");
        write_paragraph(article, paragraph, offset_bytes, style, out);
        offset_bytes += paragraph.size() + 2;
    }
}

}  // namespace dateline::render
