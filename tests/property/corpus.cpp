// The vocabulary of the random corpora and how articles are drawn from it.
#include "tests/property/corpus.hpp"

#include "common/time/published.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace dateline::property {
namespace {

using Words = std::vector<std::string_view>;

struct Language {
    std::string_view code;
    std::string_view regional;  ///< a code with a region, used now and then
    Words words;
    std::string_view blank;  ///< between words
    std::string_view stop;   ///< behind a sentence
};

const std::vector<Language>& languages() {
    static const std::vector<Language> list = {
        {"en",
         "en-gb",
         {"sanction",   "sanctions", "sanctioned", "rate",    "rates", "interest", "the",
          "of",         "is",        "us",         "U.S.",    "oil",   "market",   "Markets",
          "well-known", "résumé",    "resume",     "Müller",  "house", "O'Brien",  "#summit",
          "summit",     "@desk",     "desk",       "3.5",     "1,000", "747s",     "talks",
          "talking",    "zyxtalk",   "qorvex",     "Qorvexes"},
         " ",
         ". "},
        {"de",
         "de-at",
         {"der",
          "die",
          "Haus",
          "Häuser",
          "Hauser",
          "Gipfel",
          "Müller",
          "Mueller",
          "Muller",
          "über",
          "Sanktionen",
          "Öl",
          "Markt",
          "Straße",
          "Strasse",
          "talks"},
         " ",
         ". "},
        {"fr",
         "fr-ca",
         {"l'eau",
          "eau",
          "privé",
          "privée",
          "prive",
          "été",
          "de",
          "la",
          "marché",
          "marche",
          "l’eau",
          "talks"},
         " ",
         ". "},
        {"ru",
         "ru-ru",
         {"ёлка",
          "елка",
          "ёлки",
          "саммит",
          "саммита",
          "саммите",
          "в",
          "нефть",
          "нефти",
          "рынок",
          "Москва"},
         " ",
         ". "},
        {"ja",
         "ja-jp",
         {"外国人参政権",
          "外国",
          "東京",
          "首相",
          "参政権",
          "人参",
          "が",
          "会談する",
          "の",
          "U.S.",
          "東京都"},
         "",
         "。"},
    };
    return list;
}

/// Its slug is cut behind a hyphen and closed by a hash.
const std::string kLongName = std::string(162, 'a') + " " + std::string(40, 'b');

const std::vector<std::string> kPeople = {"John Smith",
                                          "John Q. Smith",
                                          "Jane Smith",
                                          "JOHN SMITH",
                                          "John  Smith",
                                          "Smith",
                                          "José Pérez",
                                          "Jose Perez",
                                          "Владимир Путин",
                                          "安倍晋三",
                                          "O'Brien",
                                          "Müller",
                                          "Muller",
                                          "Johnny Smithson",
                                          kLongName,
                                          "!!!"};
const std::vector<std::string> kPlaces = {
    "New York", "new york", "York", "Москва", "東京", "東京都", "Köln"};
const std::vector<std::string> kOrgs = {"U.N.", "United Nations", "The Who", "AT&T", "United"};
const std::vector<std::string> kTopics = {"oil", "Oil", "interest rates", "interest", "money-fx"};
const std::vector<std::string> kSources = {
    "Example Wire", "EXAMPLE WIRE", "The Times", "Die Zeit", ""};
const std::vector<std::string> kSections = {"World", "World Business", "Sport", "", ""};
const std::vector<std::string> kAuthors = {"A. Writer", "A Writer", "John Smith", "Zoë Quick"};
const std::vector<std::string> kCollections = {"wire", "***", "Wire Feed", "wire feed", "", ""};
const std::vector<std::string> kHosts = {
    "example.org", "news.example.org", "Example.COM", "example.com:443"};

std::string sentence(const Language& language, Random& random, std::size_t most_words) {
    std::string text;
    const std::size_t words = random.between(1, most_words);
    for (std::size_t i = 0; i < words; ++i) {
        // Now and then a word of another language, as quotes and names are.
        const Language& from = random.chance(6) ? random.pick(languages()) : language;
        text += i == 0 ? std::string_view() : language.blank;
        text += random.pick(from.words);
    }
    return text;
}

std::string paragraph(const Language& language, Random& random) {
    std::string text;
    const std::size_t sentences = random.between(1, 3);
    for (std::size_t i = 0; i < sentences; ++i) {
        text += sentence(language, random, 7);
        text += i + 1 < sentences || random.chance(50) ? language.stop : std::string_view();
    }
    while (text.ends_with(' ')) {
        text.pop_back();
    }
    return text;
}

std::vector<std::string> some_of(const std::vector<std::string>& pool,
                                 Random& random,
                                 std::size_t most) {
    std::vector<std::string> list;
    const std::size_t size = random.below(most + 1);
    for (std::size_t i = 0; i < size; ++i) {
        list.push_back(random.pick(pool));
    }
    return list;
}

std::optional<time::Published> random_date(Random& random) {
    static const std::array<std::string_view, 18> dates = {"2023",
                                                           "2024",
                                                           "2025",
                                                           "2023-12",
                                                           "2024-01",
                                                           "2024-12",
                                                           "2023-12-31",
                                                           "2024-01-01",
                                                           "2024-02-29",
                                                           "2024-12-29",
                                                           "2024-12-30",
                                                           "2025-01-01",
                                                           "2023-12-31T23:30:00-05:00",
                                                           "2024-12-31T23:59:59.999Z",
                                                           "2025-01-01T00:00:00Z",
                                                           "2024-02-29T12:00:00+02:00",
                                                           "2024-12-30T08:15:00Z",
                                                           "1899-07-14"};
    if (random.chance(15)) {
        return std::nullopt;
    }
    return time::parse_iso_time(random.pick(dates));
}

/// Something that texts mention, in the words of the text.
struct Mentioned {
    MentionType type;
    std::string surface;
    std::string id;  ///< empty: from the name
    std::string name;
    std::vector<PlaceLevel> path;
    std::optional<EventDays> days;
};

const std::vector<Mentioned>& mentioned() {
    using std::chrono::sys_days;
    const auto day = [](int year, unsigned month, unsigned of_month) {
        return sys_days(std::chrono::year(year) / std::chrono::month(month) /
                        std::chrono::day(of_month));
    };
    const PlaceLevel europe{"L:6255148", "Europe", "continent"};
    const PlaceLevel hungary{"L:719819", "Hungary", "country"};
    const PlaceLevel budapest{"L:3054643", "Budapest", "city"};
    const PlaceLevel france{"L:3017382", "France", "country"};
    const PlaceLevel paris{"L:2988507", "Paris", "city"};
    const PlaceLevel states{"L:6252001", "United States", "country"};
    const PlaceLevel texas{"L:4736286", "Texas", "division"};
    const PlaceLevel other_paris{"L:4717560", "Paris", "city"};
    const auto place = [](const std::string& surface, const std::vector<PlaceLevel>& path) {
        return Mentioned{
            MentionType::Place, surface, path.back().id, path.back().name, path, std::nullopt};
    };
    const auto person = [](const std::string& surface, const std::string& name) {
        return Mentioned{MentionType::Person, surface, {}, name, {}, std::nullopt};
    };
    const auto date = [](const std::string& surface, sys_days from, sys_days to) {
        return Mentioned{MentionType::Date, surface, {}, {}, {}, EventDays{from, to, "day"}};
    };
    static const std::vector<Mentioned> list = {
        place("Budapest", {europe, hungary, budapest}),
        place("Budapesten", {europe, hungary, budapest}),
        place("Hungary", {europe, hungary}),
        place("Europe", {europe}),
        place("Paris", {europe, france, paris}),
        place("Paris", {states, texas, other_paris}),
        place("Texas", {states, texas}),
        {MentionType::Place, "York", {}, "York", {}, std::nullopt},
        person("John Smith", "John Smith"),
        person("Smith", "John Q. Smith"),
        person("Zelensky", "Volodymyr Zelenskyy"),
        person("Volodymyr Zelenskyy", "Volodymyr Zelenskyy"),
        {MentionType::Person, "Pérez", "P:jose-perez", "José Pérez", {}, std::nullopt},
        {MentionType::Org, "The U.N.", "O:united-nations", "United Nations", {}, std::nullopt},
        date("16 October", day(2025, 10, 16), day(2025, 10, 16)),
        date("that week", day(2024, 12, 30), day(2025, 1, 5)),
        date("October", day(2025, 10, 1), day(2025, 10, 31)),
        date("1899", day(1899, 1, 1), day(1899, 12, 31)),
        date("the 1890s", day(1890, 1, 1), day(1899, 12, 31)),
        date("New Year", day(2025, 1, 1), day(2025, 1, 1))};
    return list;
}

/// Appends a paragraph of mentions to the text.
void add_mentions(Article& article, Random& random) {
    std::string paragraph;
    article.paragraphs.emplace_back();
    const std::size_t start = full_text(article).size();
    for (std::size_t i = random.between(1, 6); i > 0; --i) {
        const Mentioned& what = random.pick(mentioned());
        Mention mention;
        mention.type = what.type;
        mention.start_bytes = static_cast<std::uint32_t>(start + paragraph.size());
        paragraph += what.surface;
        mention.end_bytes = static_cast<std::uint32_t>(start + paragraph.size());
        paragraph += random.chance(30) ? ". " : " and ";
        mention.id = what.id;
        mention.name = what.name;
        mention.path = what.path;
        mention.days = what.days;
        mention.method = "given";
        article.mentions.push_back(mention);
    }
    article.paragraphs.back() = paragraph;
}

/// Notes speech here and there, also over a border of paragraphs.
void add_quotes(Article& article, Random& random) {
    static const std::vector<std::pair<std::string, std::string>> speakers = {
        {"", ""}, {"", "John Smith"}, {"P:jose-perez", "José Pérez"}, {"", "Volodymyr Zelenskyy"}};
    const std::string text = full_text(article);
    const auto bytes = static_cast<std::uint32_t>(text.size());
    const auto border = [&text](std::uint32_t offset) {  // not inside of a character
        while (offset < text.size() &&
               (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
            ++offset;
        }
        return offset;
    };
    std::uint32_t start = 0;
    while (random.chance(60)) {
        start = border(start + static_cast<std::uint32_t>(random.below(60)));
        const std::uint32_t end = border(start + static_cast<std::uint32_t>(random.between(1, 80)));
        if (end > bytes) {
            return;
        }
        const auto& [id, name] = random.pick(speakers);
        article.quotes.push_back({start, end, id, name, "given"});
        start = end;
    }
}

}  // namespace

std::uint64_t run_seed() {
    static const std::uint64_t seed = [] {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread runs yet that could set it
        const char* const given = std::getenv("DATELINE_SEED");
        const std::uint64_t value =
            given != nullptr ? std::strtoull(given, nullptr, 10) : 20'251'016;
        std::cout << "DATELINE_SEED=" << value << '\n';
        return value;
    }();
    return seed;
}

void redraw(Article& article, Random& random) {
    const Language& language = random.pick(languages());
    article.lang =
        random.chance(15) ? "" : std::string(random.chance(20) ? language.regional : language.code);
    article.title = random.chance(10) ? "" : sentence(language, random, 6);
    article.paragraphs.clear();
    const std::size_t paragraphs = random.between(article.title.empty() ? 1 : 0, 4);
    for (std::size_t i = 0; i < paragraphs; ++i) {
        article.paragraphs.push_back(paragraph(language, random));
    }
    article.published = random_date(random);
    article.source = random.pick(kSources);
    article.section = random.pick(kSections);
    article.authors = some_of(kAuthors, random, 2);
    article.people = some_of(kPeople, random, 4);
    article.places = some_of(kPlaces, random, 2);
    article.orgs = some_of(kOrgs, random, 2);
    article.topics = some_of(kTopics, random, 2);
    article.dateline.place = random.chance(20) ? "LONDON" : "";
    article.mentions.clear();
    for (std::size_t i = random.chance(60) ? random.between(1, 2) : 0; i > 0; --i) {
        add_mentions(article, random);
    }
    article.quotes.clear();
    add_quotes(article, random);
}

std::vector<Article> random_corpus(Random& random, const CorpusOptions& options) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < options.articles; ++i) {
        Article article;
        const std::string number = std::to_string(i);
        if (options.all_with_id || random.chance(50)) {
            article.id = "ID-" + number;
        }
        if (random.chance(40)) {
            article.url =
                "https://" + random.pick(kHosts) + "/Story-" + number + "?utm_source=x&p=1#top";
        }
        article.collection = random.pick(kCollections);
        redraw(article, random);
        articles.push_back(std::move(article));
    }
    return articles;
}

}  // namespace dateline::property
