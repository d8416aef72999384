// Layout of an article for `--show`.
#include "query/render/article_view.hpp"

#include "common/base/printable.hpp"
#include "query/render/columns.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/text_renderer.hpp"
#include "query/render/tree_words.hpp"

#include <utility>

namespace dateline::render {
namespace {

/// `text` with its line ends, but in lines of at most `columns` columns.
std::string wrapped(std::string_view text, std::size_t columns) {
    std::string clean = printable(text);
    for (char& c : clean) {
        c = c == '\t' ? ' ' : c;  // a tab has no width of its own
    }
    std::string out;
    for (const auto& [begin, end] : break_lines(clean, columns)) {
        out += clean.substr(begin, end - begin) + "\n";
    }
    return out;
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
        {"people", joined(article.people)},
        {"places", joined(article.places)},
        {"orgs", joined(article.orgs)},
        {"topics", joined(article.topics)},
        {"collection", article.collection},
        {"read from", article.locator.file.empty() ? "" : describe(article.locator)},
    };
    for (const auto& [label, value] : rows) {
        if (!value.empty()) {
            out.write(std::string(label) + ": " + printable_line(value) + "\n");
        }
    }
    for (const std::string& paragraph : article.paragraphs) {
        out.write("\n" + wrapped(paragraph, style.columns));
    }
}

}  // namespace dateline::render
