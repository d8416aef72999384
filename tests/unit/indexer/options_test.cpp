// The command line, right and wrong.
#include "indexer/options.hpp"

#include "common/base/error.hpp"
#include "indexer/documents.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::indexer;

namespace {

Options parse(const std::vector<std::string>& arguments, const std::string& index_variable = {}) {
    return parse_options(arguments, index_variable, 4);
}

}  // namespace

TEST_SUITE("indexer.options") {
    TEST_CASE("parse_options has the defaults that help states") {
        const Options options = parse({"-i", "a.idx", "in", "-"});
        CHECK(options.mode == Mode::Index);
        CHECK(options.index == "a.idx");
        CHECK(options.inputs == std::vector<std::string>{"in", "-"});
        CHECK(options.threads == 4);
        CHECK(options.shards == 4);
        CHECK(options.memory_bytes == 512ULL << 20U);
        CHECK(options.wait == std::chrono::seconds(0));
        CHECK(options.sync_max == doctest::Approx(0.10));
        CHECK(options.create);
        CHECK(options.compact);
        CHECK_FALSE(options.sync);
        CHECK_FALSE(options.max_rejects.has_value());
        CHECK(options.source.limits.article_bytes == source::Limits().article_bytes);
    }

    TEST_CASE("parse_options reads every option of a run") {
        const Options options = parse({"--index=a.idx",
                                       "--shards",
                                       "3",
                                       "--threads",
                                       "2",
                                       "--no-create",
                                       "--no-compact",
                                       "--wait",
                                       "5",
                                       "--map",
                                       "title=head",
                                       "--collection",
                                       "wire",
                                       "--id-prefix",
                                       "w-",
                                       "--source",
                                       "Wire",
                                       "--zone",
                                       "-05:00",
                                       "--lang",
                                       "EN",
                                       "--max-article",
                                       "1M",
                                       "--max-bytes",
                                       "2G",
                                       "--max-ratio",
                                       "9",
                                       "--max-members",
                                       "8",
                                       "--max-depth",
                                       "0",
                                       "--memory",
                                       "128M",
                                       "--sync",
                                       "--sync-max",
                                       "5%",
                                       "--fail-fast",
                                       "--max-rejects",
                                       "1%",
                                       "--quarantine",
                                       "q",
                                       "--summary",
                                       "-",
                                       "-q",
                                       "in"});
        CHECK(options.shards == 3);
        CHECK(options.threads == 2);
        CHECK_FALSE(options.create);
        CHECK_FALSE(options.compact);
        CHECK(options.wait == std::chrono::seconds(5));
        CHECK(options.source.field_map.at("title") == "head");
        CHECK(options.source.collection == "wire");
        CHECK(options.source.id_prefix == "w-");
        CHECK(options.source.source == "Wire");
        CHECK(options.source.dates.zone == std::chrono::hours(-5));
        CHECK(options.source.lang == "en");
        CHECK(options.source.limits.article_bytes == 1ULL << 20U);
        CHECK(options.source.limits.member_bytes == 2ULL << 30U);
        CHECK(options.source.limits.ratio == 9);
        CHECK(options.source.limits.members == 8);
        CHECK(options.source.limits.archive_depth == 0);
        CHECK(options.memory_bytes == 128ULL << 20U);
        CHECK(options.sync);
        CHECK(options.sync_max == doctest::Approx(0.05));
        CHECK(options.fail_fast);
        CHECK(options.max_rejects == std::optional(RejectLimit{0, 0.01, true}));
        CHECK(options.quarantine == "q");
        CHECK(options.summary == "-");
        CHECK(options.quiet);
    }

    TEST_CASE("parse_options takes the index from the environment only if none is given") {
        CHECK(parse({"in"}, "env.idx").index == "env.idx");
        CHECK(parse({"-i", "a.idx", "in"}, "env.idx").index == "a.idx");
    }

    TEST_CASE("parse_options reads the modes") {
        CHECK(parse({"--dry-run", "--jsonl", "in"}).mode == Mode::DryRun);
        CHECK(parse({"-i", "a", "--stats", "--json"}).json);
        CHECK(parse({"-i", "a", "--verify"}).mode == Mode::Verify);
        CHECK(parse({"-i", "a", "--compact"}).mode == Mode::Compact);
        CHECK(parse({"-i", "a", "--export"}).mode == Mode::Export);
        CHECK(parse({"--help", "--stats", "--verify"}).mode == Mode::Help);
        CHECK(parse({"--version"}).mode == Mode::Version);
        const Options options = parse({"-i", "a", "--remove", "-0", "@ABCD", "-"});
        CHECK(options.mode == Mode::Remove);
        CHECK(options.ids == std::vector<std::string>{"abcd"});
        CHECK(options.ids_from_stdin);
        CHECK(options.nul_separated);
    }

    TEST_CASE("parse_options says what is wrong and what to do") {
        struct Mistake {
            std::vector<std::string> arguments;
            std::string message;
            std::string hint;
        };
        for (const Mistake& mistake : std::vector<Mistake>{
                 {{"in"}, "no index is named", "DATELINE_INDEX"},
                 {{"-i", "a"}, "no input is named", "standard input"},
                 {{"-i", "a", "--stat"}, "unknown option '--stat'", "did you mean '--stats'?"},
                 {{"-i", "a", "--thread=3", "in"},
                  "unknown option '--thread=3'",
                  "did you mean '--threads'?"},
                 {{"-i", "a", "--zzzzzzzz", "in"}, "unknown option '--zzzzzzzz'", "--help"},
                 {{"-i", "a", "--stats", "--verify"},
                  "--verify and --stats are two different modes",
                  "once for each"},
                 {{"-i", "a", "--remove", "--restore", "@abcd"},
                  "--remove and --restore",
                  "once for each"},
                 {{"-i", "a", "-i", "b", "in"}, "stands more than once", "once"},
                 {{"-i"}, "missing", "--help"},
                 {{"-i", "", "in"}, "", "--help"},
                 {{"-i", "--sync", "in"}, "looks like an option", "./"},
                 {{"-i", "a", "--jsonl", "in"}, "--jsonl does not go with indexing", "--dry-run"},
                 {{"--sniff", "--jsonl", "in"}, "--jsonl does not go with --sniff", "say --json"},
                 {{"-i", "a", "--stats", "--sync"}, "--sync does not go with --stats", "--help"},
                 {{"-i", "a", "--stats", "in"}, "--stats takes no input", "--help"},
                 {{"-i", "a", "--sync-max", "5%", "in"}, "--sync-max needs --sync", "--help"},
                 {{"-i", "a", "--sync", "-"}, "--sync needs a file", "standard input"},
                 {{"-i", "a", "-", "-"}, "named more than once", "once"},
                 {{"-i", "a", "--memory", "131071K", "in"}, "'131071K' is too little", "128M"},
                 {{"-i", "a", "--memory", "much", "in"},
                  "--memory: 'much' is not a size",
                  "--help"},
                 {{"-i", "a", "--threads", "0", "in"}, "from 1 to 256", "--help"},
                 {{"-i", "a", "--threads", "257", "in"}, "from 1 to 256", "--help"},
                 {{"-i", "a", "--shards", "65", "in"}, "from 1 to 64", "--help"},
                 {{"-i", "a", "--max-depth", "65", "in"}, "from 0 to 64", "--help"},
                 {{"-i", "a", "--input-format", "reuter", "in"},
                  "no format 'reuter'",
                  "did you mean 'reuters'?"},
                 {{"-i", "a", "--input-format", "docx", "in"},
                  "no format 'docx'",
                  "the formats are"},
                 {{"-i", "a", "--lang", "\xFF", "in"}, "not valid UTF-8", "--help"},
                 {{"-i", "a", "--remove"}, "no article is named", "@a1b2c3d4e5f60718"},
                 {{"-i", "a", "--remove", "in.txt"},
                  "'in.txt' is not an article id",
                  "leave out --remove"},
                 {{"-i", "a", "--remove", "@abc"}, "'@abc' is not an article id", "4 to 16"},
                 {{"-i", "a", "--remove", "@0123456789abcdef0"}, "is not an article id", "4 to 16"},
                 {{"-i", "a", "--remove", "-0", "@abcd"}, "--null (-0) needs -", "--help"},
                 {{"-i", "a", "--dry-run", "--jsonl", "--summary", "-", "in"},
                  "standard output",
                  "file"},
             }) {
            CAPTURE(mistake.arguments.back());
            CAPTURE(mistake.message);
            try {
                static_cast<void>(parse(mistake.arguments));
                FAIL_CHECK("it was taken");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::Usage);
                CHECK(std::string(error.what()).find(mistake.message) != std::string::npos);
                CHECK(error.hint().find(mistake.hint) != std::string::npos);
            }
        }
    }

    TEST_CASE("help_text names every option and every format within the width of a page") {
        const std::string help = help_text();
        for (const OptionRow& row : option_table()) {
            CAPTURE(row.name);
            CHECK(help.find("--" + std::string(row.name)) != std::string::npos);
        }
        for (const source::Reader* reader : source::readers()) {
            CHECK(help.find("\n  " + std::string(reader->name()) + ' ') != std::string::npos);
        }
        for (std::size_t start = 0; start < help.size();) {
            const std::size_t end = help.find('\n', start);
            CAPTURE(help.substr(start, end - start));
            CHECK(end - start <= 80);
            start = end + 1;
        }
    }
}
