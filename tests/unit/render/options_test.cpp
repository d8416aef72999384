// The command line of dateline-query: what it means and what it refuses.
#include "query/options.hpp"

#include "tests/unit/render/command_lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

using namespace dateline;
using namespace dateline::query;
using render::Format;

namespace {

const std::string kIsQuery = "is this a query? put '--' before it";

}  // namespace

TEST_SUITE("query.options") {
    TEST_CASE("parse_options has defaults for all but the query") {
        const Options parsed = options({"interest rates"});
        CHECK(parsed.task == Task::Search);
        CHECK(parsed.question.text == "interest rates");
        CHECK(parsed.indexes == std::vector<std::filesystem::path>{"archive.idx"});
        CHECK(parsed.question.limit == 10);
        CHECK(parsed.question.offset == 0);
        CHECK_FALSE(parsed.question.all);
        CHECK(parsed.question.sort == search::SortOrder::Relevance);
        CHECK(parsed.format == Format::Text);
        CHECK(parsed.color == ColorChoice::Auto);
        CHECK(parsed.question.facets.empty());
    }

    TEST_CASE("parse_options takes options before and behind the query") {
        const Options parsed = options({"-i",
                                        "x.idx",
                                        "--limit=3",
                                        "a",
                                        "--offset",
                                        "4",
                                        "--sort",
                                        "-date",
                                        "--facet",
                                        "person:10",
                                        "--facet=date.month",
                                        "--json",
                                        "--explain",
                                        "--timing",
                                        "--color",
                                        "never"});
        CHECK(parsed.indexes == std::vector<std::filesystem::path>{"x.idx"});
        CHECK(parsed.question.text == "a");
        CHECK(parsed.question.limit == 3);
        CHECK(parsed.question.offset == 4);
        CHECK(parsed.question.sort == search::SortOrder::OldestFirst);
        CHECK(parsed.question.facets == "person:10,date.month");
        CHECK(parsed.format == Format::Json);
        CHECK(parsed.question.explain.query);
        CHECK(parsed.question.explain.xapian);
        CHECK_FALSE(parsed.question.explain.hits);
        CHECK(parsed.timing);
        CHECK(parsed.color == ColorChoice::Never);
        CHECK(options({"--sort", "date", "a"}).question.sort == search::SortOrder::NewestFirst);
    }

    TEST_CASE("parse_options reads how hits are ranked") {
        const Question plain = options({"a"}).question;
        CHECK_FALSE(plain.match_any);
        CHECK_FALSE(plain.feedback);
        CHECK_FALSE(plain.half_life.has_value());
        CHECK_FALSE(options({"--match", "all", "a"}).question.match_any);
        const Question ranked =
            options({"--match", "any", "--feedback", "--recency", "6w", "a"}).question;
        CHECK(ranked.match_any);
        CHECK(ranked.feedback);
        CHECK(ranked.half_life == 42);
        using Row = std::pair<const char*, std::uint32_t>;
        for (const auto& [time, days] : {Row{"1d", 1},
                                         Row{"36500d", 36'500},
                                         Row{"5214w", 36'498},
                                         Row{"3m", 90},
                                         Row{"100y", 36'500}}) {
            CAPTURE(time);
            CHECK(options({"--recency", time, "a"}).question.half_life == days);
        }
        for (const char* const time :
             {"30", "d", "0d", "36501d", "5215w", "101y", "1h", "1.5d", "30d ", "99999999999d"}) {
            CAPTURE(time);
            CHECK(failure({std::string("--recency=") + time, "a"})
                      .first.starts_with("--recency takes a time from 1d to 36500d"));
        }
    }

    TEST_CASE("parse_options gives 1000 hits to --format trec unless --limit says") {
        CHECK(options({"--format", "trec", "a"}).question.limit == 1000);
        CHECK(options({"--format", "trec", "--limit", "5", "a"}).question.limit == 5);
        CHECK(options({"--format", "trec", "a"}).format == Format::Trec);
    }

    TEST_CASE("parse_options knows each form by its names") {
        using Row = std::tuple<Words, Format>;
        for (const auto& [words, format] : {
                 Row{{"--format", "text"}, Format::Text},
                 Row{{"--format", "json"}, Format::Json},
                 Row{{"--json", "--format", "json"}, Format::Json},
                 Row{{"--jsonl"}, Format::JsonLines},
                 Row{{"--format", "jsonl"}, Format::JsonLines},
                 Row{{"--format", "csv"}, Format::Csv},
                 Row{{"--format", "tsv"}, Format::Tsv},
                 Row{{"--ids"}, Format::Ids},
                 Row{{"--ids", "-0"}, Format::Ids},
                 Row{{"--format", "ids"}, Format::Ids},
                 Row{{"--format", "trec"}, Format::Trec},
             }) {
            CAPTURE(words.back());
            Words all = words;
            all.emplace_back("query");
            CHECK(options(all).format == format);
        }
        CHECK(options({"--ids", "-0", "a"}).nul_separated);
        CHECK(options({"--format", "csv", "--safe-cells", "a"}).safe_cells);
    }

    TEST_CASE("parse_options finds other tasks than searching") {
        CHECK(options({"--count", "a"}).question.count_only);
        CHECK(options({"--show", "@ab12"}).task == Task::Show);
        CHECK(options({"--show", "@ab12"}).show == std::vector<std::string>{"ab12"});
        CHECK(options({"--show", "ab12", "--json"}).show == std::vector<std::string>{"ab12"});
        CHECK(parse_options({"--help"}, {}).task == Task::Help);
        CHECK(parse_options({"-h"}, {}).task == Task::Help);
        CHECK(parse_options({"--version"}, {}).task == Task::Version);
    }

    TEST_CASE("parse_options takes what follows two dashes for the query") {
        CHECK(options({"--", "-person:putin"}).question.text == "-person:putin");
        CHECK(options({"--count", "--", "--count"}).question.text == "--count");
        CHECK(options({""}).question.text.empty());
    }

    TEST_CASE("parse_options keeps numbers within their limits") {
        CHECK(options({"--limit", "0", "a"}).question.limit == 0);
        CHECK(options({"--limit", "1000000", "a"}).question.limit == 1'000'000);
        CHECK(options({"--offset", "4294967295", "a"}).question.offset == 4'294'967'295);
        using Row = std::tuple<std::string, std::string>;
        for (const auto& [value, hint] : {
                 Row{"1000001", "--all prints every hit"},
                 Row{"99999999999999999999999999", "--all prints every hit"},
                 Row{"-1", ""},
                 Row{"", ""},
                 Row{"ten", ""},
                 Row{"1x", ""},
                 Row{"1.5", ""},
                 Row{"+1", ""},
                 Row{"person:putin", kIsQuery},
             }) {
            CAPTURE(value);
            CHECK(failure({"--limit", value, "a"}) ==
                  std::pair{"--limit takes a whole number from 0 to 1000000, not '" + value + "'",
                            hint});
        }
        CHECK(failure({"--offset", "4294967296", "a"}).first ==
              "--offset takes a whole number from 0 to 4294967295, not '4294967296'");
    }

    TEST_CASE("parse_options reads how facets are chosen and pairs counted") {
        const Question question = options({"--facet=person:10",
                                           "--facet-sort=lift",
                                           "--facet-min=3",
                                           "--facet-prefix=an",
                                           "--facet-offset=20",
                                           "--facet-exclude-own",
                                           "--pairs=person,place",
                                           "--pairs=person,person:20",
                                           "--pairs-level=sentence",
                                           "--pairs-min=2",
                                           "--pairs-among=2000",
                                           "a"})
                                      .question;
        CHECK(question.facet_options.sort == search::FacetSort::Lift);
        CHECK(question.facet_options.min_articles == 3);
        CHECK(question.facet_options.prefix == "an");
        CHECK(question.facet_options.offset == 20);
        CHECK(question.facet_options.exclude_own);
        CHECK(question.pairs == std::vector<std::string>{"person,place", "person,person:20"});
        CHECK(question.pair_options.level == search::PairLevel::Sentence);
        CHECK(question.pair_options.min_articles == 2);
        CHECK(question.pair_options.among == 2000);
        CHECK_FALSE(options({"a"}).question.facet_options.min_articles.has_value());
    }

    TEST_CASE("parse_options refuses options of facets and pairs that make no sense") {
        for (const std::string option : {"sort=lift", "min=2", "prefix=a", "offset=1"}) {
            CAPTURE(option);
            CHECK(failure({"--facet-" + option, "a"}).first ==
                  "--facet-" + option.substr(0, option.find('=')) + " needs --facet");
        }
        CHECK(failure({"--facet-exclude-own", "a"}).first == "--facet-exclude-own needs --facet");
        for (const std::string option : {"level=article", "min=2", "among=10"}) {
            CAPTURE(option);
            CHECK(failure({"--pairs-" + option, "a"}).first ==
                  "--pairs-" + option.substr(0, option.find('=')) + " needs --pairs");
        }
        using Row = std::tuple<std::string, std::string>;
        for (const auto& [option, message] : {
                 Row{"--facet-sort=size",
                     "--facet-sort takes one of count, lift, name, not 'size'"},
                 Row{"--facet-prefix=-", "--facet-prefix needs letters or digits, not '-'"},
                 Row{"--facet-prefix=@-", "--facet-prefix needs letters or digits, not '@-'"},
                 Row{"--facet-offset=1000001",
                     "--facet-offset takes a whole number from 0 to 1000000, not '1000001'"},
                 Row{"--facet-min=x",
                     "--facet-min takes a whole number from 1 to 4294967295, not 'x'"},
                 Row{"--pairs-level=text",
                     "--pairs-level takes one of article, paragraph, sentence, not 'text'"},
                 Row{"--pairs-among=0",
                     "--pairs-among takes a whole number from 1 to 2000, not '0'"},
                 Row{"--pairs-among=2001",
                     "--pairs-among takes a whole number from 1 to 2000, not '2001'"},
             }) {
            CAPTURE(option);
            CHECK(failure({"--facet=person", "--pairs=person,place", option, "a"}).first ==
                  message);
        }
    }

    TEST_CASE("parse_options suggests the nearest option or value") {
        CHECK(failure({"--facets", "person", "a"}) ==
              std::pair<std::string, std::string>{"there is no option '--facets'",
                                                  "did you mean '--facet'?"});
        CHECK(failure({"--lim", "5", "a"}) ==
              std::pair<std::string, std::string>{"there is no option '--lim'",
                                                  "see 'dateline-query --help'"});
        CHECK(failure({"--format", "jsn", "a"}) ==
              std::pair<std::string, std::string>{
                  "--format takes one of text, json, jsonl, hits, csv, tsv, ids, trec, not 'jsn'",
                  "did you mean 'json'?"});
        CHECK(failure({"--sort", "up", "a"}).first ==
              "--sort takes one of relevance, date, -date, not 'up'");
    }

    TEST_CASE("parse_options asks whether a strange option is a query") {
        for (const std::string word : {"-person:putin",
                                       "-id:5",
                                       "-interest rates",
                                       "--title:x",
                                       "-source:\"Example Wire\"",
                                       "-i:x"}) {
            CAPTURE(word);
            CHECK(failure({word}) == std::pair{"'" + word + "' is no option", kIsQuery});
        }
        CHECK(failure({"-putin"})
                  .second.starts_with("if it is part of the query, put '--' before the query"));
    }

    TEST_CASE("parse_options takes paths with colons and blanks for paths") {
        CHECK(options({"-i", "-a:b c", "q"}).indexes ==
              std::vector<std::filesystem::path>{"-a:b c"});
        CHECK(options({"--index=/a b:c", "q"}).indexes ==
              std::vector<std::filesystem::path>{"/a b:c"});
        CHECK(options({"-i/a b:c", "q"}).indexes == std::vector<std::filesystem::path>{"/a b:c"});
        CHECK(options({"-i./a b:c", "q"}).indexes == std::vector<std::filesystem::path>{"./a b:c"});
    }

    TEST_CASE("parse_options wants exactly one query and an index") {
        CHECK(failure({}).first == "no query given");
        CHECK(failure({"a", "b", "c"}) ==
              std::pair<std::string, std::string>{"more than one query given: 'a' and 'b'",
                                                  "quote the query: 'a b c'"});
        for (const Environment& environment : {Environment{}, Environment{""}}) {
            CHECK_THROWS_WITH_AS(
                static_cast<void>(parse_options({"a"}, environment)), "no index given", Error);
        }
        CHECK(failure({"--show", "@a", "b"}).first == "--show cannot be combined with a query");
        CHECK(failure({"--show", "@"}).first == "--show needs the id of an article");
    }

    TEST_CASE("parse_options refuses options that contradict each other") {
        using Row = std::tuple<Words, std::string>;
        for (const auto& [words, message] : {
                 Row{{"--json", "--format", "csv"}, "--json contradicts --format csv"},
                 Row{{"--json", "--jsonl"}, "--json contradicts --jsonl"},
                 Row{{"--ids", "--format=text"}, "--ids contradicts --format text"},
                 Row{{"--all", "--limit", "3"}, "--all cannot be combined with --limit"},
                 Row{{"-0"}, "-0 works only with --ids and --template"},
                 Row{{"--safe-cells"}, "--safe-cells works only with --format csv or --format tsv"},
                 Row{{"--ids", "--explain"}, "--ids cannot be combined with --explain"},
                 Row{{"--ids", "--facet", "person"}, "--ids cannot be combined with --facet"},
                 Row{{"--format", "csv", "--facet", "person"},
                     "--facet with --format csv needs --limit 0"},
                 Row{{"--format", "tsv", "--facet", "person", "--limit", "1"},
                     "--facet with --format tsv needs --limit 0"},
                 Row{{"--count", "--json"}, "--count cannot be combined with --json"},
                 Row{{"--count", "--facet", "person"}, "--count cannot be combined with --facet"},
                 Row{{"--count", "--pairs", "a,b"}, "--count cannot be combined with --pairs"},
                 Row{{"--ids", "--pairs", "a,b"}, "--ids cannot be combined with --pairs"},
                 Row{{"--show", "@a", "--pairs", "a,b"}, "--show cannot be combined with --pairs"},
                 Row{{"--format", "csv", "--pairs", "a,b"},
                     "--pairs with --format csv needs --limit 0"},
                 Row{{"--format", "tsv", "--pairs", "a,b", "--facet", "c", "--limit", "0"},
                     "--pairs and --facet cannot be in one table"},
                 Row{{"--count", "--limit", "3"}, "--count cannot be combined with --limit"},
                 Row{{"--show", "@a", "--count"}, "--show cannot be combined with --count"},
                 Row{{"--show", "@a", "--format", "csv"},
                     "--show cannot be combined with --format csv"},
                 Row{{"--limit", "3", "--limit", "4"}, "--limit is given twice"},
                 Row{{"--json", "--json"}, "--json is given twice"},
             }) {
            CAPTURE(message);
            Words all = words;
            if (words.front() != "--show") {
                all.emplace_back("query");
            }
            CHECK(failure(all).first == message);
        }
        CHECK(options({"--format", "csv", "--facet", "person", "--limit", "0", "a"})
                  .question.facets == "person");
    }

    TEST_CASE("parse_options reports missing and needless arguments") {
        CHECK(failure({"a", "--limit"}).first ==
              "the required argument for option '--limit' is missing");
        CHECK(failure({"--json=1", "a"}).first == "option '--json' does not take any arguments");
    }
}
