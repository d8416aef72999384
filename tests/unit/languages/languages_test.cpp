// Words of many languages, from article to hit: inside longer runs, inflected, with other accents.
#include "tests/property/archive.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {
namespace {

/// What a query must find: the ids of the articles, ascending, one blank between.
struct Expected {
    std::string_view query;
    std::string_view ids;
};

/// An article of one paragraph.
struct Text {
    std::string_view id;
    std::string_view text;
};

class LanguageArchive {
public:
    LanguageArchive(std::string_view language, const std::vector<Text>& texts)
        : searcher_(property::index_articles(
              folder_, "archive.idx", articles(language, texts), {2, 1})) {}

    void check(const std::vector<Expected>& rows) {
        for (const Expected& row : rows) {
            CAPTURE(row.query);
            CHECK(found(std::string(row.query)) == row.ids);
        }
    }

private:
    static std::vector<Article> articles(std::string_view language,
                                         const std::vector<Text>& texts) {
        std::vector<Article> list;
        for (const Text& text : texts) {
            Article article;
            article.id = text.id;
            article.lang = language;
            article.paragraphs = {std::string(text.text)};
            list.push_back(std::move(article));
        }
        return list;
    }

    std::string found(const std::string& query) {
        search::SearchRequest request;
        request.tree = property::tree_of(query);
        std::vector<std::string> ids;
        for (const search::Hit& hit : property::load_hits(searcher_, searcher_.search(request))) {
            ids.push_back(hit.article.id);
        }
        std::sort(ids.begin(), ids.end());
        std::string joined;
        for (const std::string& id : ids) {
            joined += (joined.empty() ? "" : " ") + id;
        }
        return joined;
    }

    testing::TempDir folder_;
    search::Searcher searcher_;
};

}  // namespace

TEST_SUITE("languages.search") {
    TEST_CASE("search finds Chinese words inside longer runs") {
        LanguageArchive archive("zh",
                                {{"a", "中华人民共和国外交部发言人表示，会谈是建设性的。"},
                                 {"b", "香港特別行政區政府宣佈新措施，外交人員出席。"}});
        archive.check({{"外交部", "a"},
                       {"\"外交部发言人\"", "a"},
                       {"外交", "a b"},
                       {"人民", "a"},
                       {"民共", "a"},  // the end of one word and the start of the next
                       {"国外", "a"},
                       {"港", "b"},
                       {"特別行政區", "b"},
                       {"行政區政府", "b"},
                       {"会谈 AND 建设性", "a"},
                       {"交外", ""},
                       {"示会", "a"},  // punctuation parts no phrase
                       {"body:外交部", "a"},
                       {"title:外交部", ""},
                       {"NOT 外交部", "b"}});
    }

    TEST_CASE("search finds Japanese words that the dictionary cuts otherwise") {
        LanguageArchive archive("ja",
                                {{"a", "外国人参政権を認める法案が提出された。"},
                                 {"b", "ウサギが人参を食べる。ガス料金も上がる。"},
                                 {"c", "東京都知事は京都へ。"}});
        archive.check({{"外国人参政権", "a"},
                       {"外国人", "a"},
                       {"参政権", "a"},
                       {"参政", "a"},
                       {"人参", "a b"},
                       {"外", "a"},
                       {"権", "a"},
                       {"人", "a b"},
                       {"\"外国人\"", "a"},
                       {"=参政権", "a"},
                       {"参人", ""},
                       {"京都", "c"},
                       {"東京", "c"},
                       {"ガス", "b"},
                       {"ｶﾞｽ", "b"},  // half-width letters
                       {"カス", ""},  // the voiced sound mark is no accent
                       {"外国人 AND 法案", "a"},
                       {"body:人参 -法案", "b"}});
    }

    TEST_CASE("search finds Thai words inside a run") {
        LanguageArchive archive("th", {{"a", "นายกรัฐมนตรีแถลงข่าววันนี้"}, {"b", "ข่าวกีฬา น้ำท่วม"}});
        archive.check({{"นายกรัฐมนตรี", "a"},
                       {"รัฐมนตรี", "a"},
                       {"ข่าว", "a b"},
                       {"\"แถลงข่าว\"", "a"},
                       {"กีฬา", "b"},
                       {"น้ำ", "b"},
                       {"น้ำท่วม", "b"},
                       {"วันนี้", "a"},
                       {"นี้วัน", ""}});
    }

    TEST_CASE("search finds Korean words and their beginnings") {
        LanguageArchive archive(
            "ko", {{"a", "한국 대통령이 서울에서 연설했다."}, {"b", "서울시가 발표했다."}});
        archive.check({{"서울에서", "a"},
                       {"서울*", "a b"},
                       {"대통령*", "a"},
                       {"대통령", ""},
                       {"\"대통령이 서울에서\"", "a"},
                       {"\"서울에서 대통령이\"", ""}});
    }

    TEST_CASE("search finds Arabic words with and without vowel signs") {
        LanguageArchive archive("ar",
                                {{"a", "قال مُحَمَّدٌ إن الاجتماع انتهى"},
                                 {"b", "وصل محمد إلى القاهرة"},
                                 {"c", "مدينة القاهرة"}});
        archive.check({{"محمد", "a b"},
                       {"مُحَمَّد", "a b"},
                       {"محـــمد", "a b"},  // drawn longer
                       {"=محمد", "b"},
                       {"القاهرة", "b c"},
                       {"\"محمد إلى القاهرة\"", "b"},
                       {"\"إلى محمد\"", ""}});
    }

    TEST_CASE("search finds Russian inflections, and е for ё") {
        LanguageArchive archive("ru",
                                {{"a", "Президенты отложили встречу. Ёлка стоит."},
                                 {"b", "Итоги встречи подвели; елки увезли."},
                                 {"c", "Состоялась встреча. Йод и иод."}});
        archive.check({{"встреча", "a b c"},
                       {"встречи", "a b c"},
                       {"ВСТРЕЧАМИ", "a b c"},
                       {"\"встречи\"", "b"},
                       {"=встреча", "c"},
                       {"ёлка", "a b"},
                       {"елка", "a b"},
                       {"=ёлка", "a"},
                       {"=елка", ""},
                       {"\"елка стоит\"", "a"},
                       {"встреч*", "a b c"},
                       {"\"йод и\"", "c"},
                       {"\"йод йод\"", ""}});
    }

    TEST_CASE("search finds German words whatever their umlauts, and exact ones as typed") {
        LanguageArchive archive("de",
                                {{"a", "Herr Müller wohnt in der Schloßstraße."},
                                 {"b", "Herr Muller baut Häuser."},
                                 {"c", "Das Haus von Mueller, Schlossstrasse."}});
        archive.check({{"Müller", "a b"},
                       {"muller", "a b"},
                       {"=Müller", "a"},
                       {"=\"Müller\"", "a"},
                       {"=muller", "b"},
                       {"=\"Herr Müller\"", "a"},
                       {"\"herr muller\"", "a b"},
                       {"Haus", "b c"},
                       {"Häuser", "b c"},
                       {"\"Haus\"", "c"},
                       {"Schlossstraße", "a c"},
                       {"body:=Müller", "a"},
                       {"title:=Müller", ""}});
    }

    TEST_CASE("search finds French words behind an elision and with other accents") {
        LanguageArchive archive("fr",
                                {{"a", "Le prix de l'eau monte dans le secteur privé."},
                                 {"b", "L’eau est une affaire privée."},
                                 {"c", "La societe prive ses clients. Il est prive."}});
        archive.check({{"eau", "a b"},
                       {"l'eau", "a b"},
                       {"l’eau", "a b"},
                       {"\"de l'eau monte\"", "a"},
                       {"privé", "a b c"},
                       {"privée", "a b c"},
                       {"prive", "a b c"},
                       {"\"privé\"", "a c"},
                       {"=privé", "a"},
                       {"=privée", "b"},
                       {"=prive", "c"}});
    }

    TEST_CASE("search keeps U.S. and us apart, and takes curly quotes for straight ones") {
        LanguageArchive archive("en",
                                {{"a", "The U.S. raised interest rates."},
                                 {"b", "They told us about the interest of rates."},
                                 {"c", "Putin’s ‘interest rates’, said O’Brien: “interest”"}});
        archive.check({{"U.S.", "a"},
                       {"=us", "b"},
                       {"\"us\"", "b"},
                       {"\"u.s.\"", "a"},
                       {"“interest rates”", "a c"},
                       {"\"interest rates\"", "a c"},
                       {"interest rate", "a b c"},
                       {"Putin", "c"},
                       {"Putin's", "c"},
                       {"O'Brien", "c"},
                       {"O’Brien", "c"},
                       {"Brien", "c"}});
    }
}

}  // namespace dateline
