// Marks in titles and snippets lie on whole wanted words.
#include "common/base/utf8.hpp"
#include "tests/property/archive.hpp"
#include "tests/property/corpus.hpp"
#include "tests/property/random_query.hpp"
#include "tests/property/scanned_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline::property {
namespace {

bool is_border(const std::string& text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text.at(offset)) & 0xC0U) != 0x80U;
}

void wanted_words(const parse::Node& node, TextScanner& text, std::vector<ScanToken>& words) {
    if (node.kind == parse::NodeKind::And || node.kind == parse::NodeKind::Or) {
        for (const parse::Node& child : node.children) {
            wanted_words(child, text, words);
        }
    } else if (node.kind == parse::NodeKind::Word || node.kind == parse::NodeKind::Phrase) {
        for (ScanToken& token : text.tokens(node.text)) {
            words.push_back(std::move(token));
        }
    }
}

/// Whether `marked` has a word that some wanted word could mean: they share a stem in some
/// language, or the wanted one begins it.
bool has_wanted(const std::string& marked,
                const std::vector<ScanToken>& wanted,
                TextScanner& text) {
    static const std::vector<std::string> languages = {"de", "en", "fr", "ja", "ru", ""};
    const std::vector<ScanToken> tokens = text.tokens(marked);
    return std::any_of(tokens.begin(), tokens.end(), [&](const ScanToken& token) {
        const std::vector<std::string> stems = text.stems(token, languages);
        return std::any_of(wanted.begin(), wanted.end(), [&](const ScanToken& word) {
            const std::vector<std::string> own = text.stems(word, languages);
            return token.folded.starts_with(word.folded) ||
                   std::find_first_of(own.begin(), own.end(), stems.begin(), stems.end()) !=
                       own.end();
        });
    });
}

bool asks_names(const parse::Node& node) {
    return (node.field != nullptr && !node.field->id_letters.empty()) ||
           std::any_of(node.children.begin(), node.children.end(), asks_names);
}

/// What `article` calls people, places and organisations: a name may be marked in any spelling.
std::vector<std::string> spellings(const Article& article) {
    const std::string text = full_text(article);
    std::vector<std::string> names;
    for (const Mention& mention : article.mentions) {
        names.push_back(text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes));
    }
    return names;
}

void check_snippet(const search::Snippet& snippet,
                   const std::vector<ScanToken>& wanted,
                   const std::vector<std::string>& names,
                   TextScanner& text) {
    CAPTURE(snippet.text);
    CHECK(is_valid_utf8(snippet.text));
    std::size_t before = 0;
    for (const auto& [start, end] : snippet.marks) {
        CHECK(start >= before);
        CHECK(start < end);
        REQUIRE(end <= snippet.text.size());
        CHECK(is_border(snippet.text, start));
        CHECK(is_border(snippet.text, end));
        const std::string marked = snippet.text.substr(start, end - start);
        CHECK((has_wanted(marked, wanted, text) ||
               std::find(names.begin(), names.end(), marked) != names.end()));
        before = end;
    }
}

}  // namespace

TEST_SUITE("property.snippets") {
    TEST_CASE("load_hit marks wanted words at character borders") {
        const testing::TempDir folder;
        Random random(run_seed() + 300);
        std::vector<Article> articles = random_corpus(random, {});
        // Paragraphs longer than a snippet, without and with blanks to cut at.
        for (std::size_t i = 0; i < articles.size(); i += 3) {
            std::string text;
            for (int times = 0; times < 40; ++times) {
                text += articles[random.below(articles.size())].title + (i % 2 == 0 ? " " : "");
            }
            articles[i].paragraphs.push_back("start " + text);
        }
        search::Searcher searcher(index_articles(folder, "archive.idx", articles, {2, 2}));
        QueryMaker queries(articles, random);
        TextScanner text;
        std::size_t marks = 0;
        for (std::size_t i = 0; i < 150; ++i) {
            search::SearchRequest request;
            const std::string query = print_query(queries.tree(i % 3));
            CAPTURE(query);
            request.tree = tree_of(query);
            std::vector<ScanToken> wanted;
            wanted_words(request.tree, text, wanted);
            const search::Answer answer = searcher.search(request);
            for (const search::Hit& hit : load_hits(searcher, answer)) {
                CHECK(hit.title.text == hit.article.title);
                const std::vector<std::string> names =
                    asks_names(request.tree) ? spellings(hit.article) : std::vector<std::string>();
                check_snippet(hit.title, wanted, names, text);
                marks += hit.title.marks.size();
                for (const search::Snippet& snippet : hit.snippets) {
                    CHECK(snippet.text.size() <= 240);
                    check_snippet(snippet, wanted, names, text);
                    marks += snippet.marks.size();
                }
            }
        }
        CHECK(marks > 200);
    }
}

}  // namespace dateline::property
