// Project files: their syntax, their mistakes, and which options hold where.
#include "indexer/project.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;
using namespace dateline::indexer;
using source::SourceOptions;

namespace {

/// The options of `path` under `text`; nullptr where it is skipped. `keep` must outlive the result.
const SourceOptions* options_at(const SourceOptions& keep, const std::string& path) {
    return keep.by_path({path, {}, 0, 0});
}

SourceOptions applied(std::string_view text,
                      const SourceOptions& base = {},
                      const std::set<std::string>& given = {}) {
    return Project::parse(text, "p.conf").apply(base, given);
}

std::string complaint(std::string_view text) {
    try {
        static_cast<void>(Project::parse(text, "p.conf"));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return std::string(error.what()) + " | " + error.hint();
    }
    return "taken";
}

}  // namespace

TEST_SUITE("indexer.project") {
    TEST_CASE("parse reads settings for all files and for paths") {
        const SourceOptions options = applied(
            "# a comment\n"
            "lang = EN  ; another\r\n"
            "\n"
            "[path \"legacy/**\"]\n"
            "\tcharset=cp850\n"
            "source = The \"Old\" Times # not this\n"
            "collection = \" a \\\"b\\\" # c\\\\\" # but this\n");
        const SourceOptions* legacy = options_at(options, "/x/legacy/a.txt");
        REQUIRE(legacy != nullptr);
        CHECK(legacy->lang == "en");
        CHECK(legacy->charset == "cp850");
        CHECK(legacy->source == "The \"Old\" Times");
        CHECK(legacy->collection == " a \"b\" # c\\");
        const SourceOptions* other = options_at(options, "/x/new/a.txt");
        REQUIRE(other != nullptr);
        CHECK(other->lang == "en");
        CHECK(other->charset.empty());
    }

    TEST_CASE("parse takes several settings behind a heading") {
        const SourceOptions options = applied(
            "[path \"a\"] input-format=text zone=+01:00 source=\"A Wire\" # and so on\n"
            "lang = de\n");
        const SourceOptions* found = options_at(options, "/a/b");
        REQUIRE(found != nullptr);
        CHECK(found->input_format == "text");
        CHECK(found->dates.zone == std::chrono::minutes(60));
        CHECK(found->source == "A Wire");
        CHECK(found->lang == "de");
    }

    TEST_CASE("apply lets later sections win and leaves skipped files out") {
        const SourceOptions options = applied(
            "[path \"a\"]\nlang = de\nsource = A\nskip = true\n"
            "[path \"a/b\"]\nlang = fr\nskip = false\n");
        CHECK(options_at(options, "/a/x") == nullptr);
        const SourceOptions* found = options_at(options, "/a/b/x");
        REQUIRE(found != nullptr);
        CHECK(found->lang == "fr");
        CHECK(found->source == "A");
    }

    TEST_CASE("apply lets the command line win") {
        SourceOptions base;
        base.lang = "it";
        const SourceOptions options =
            applied("lang = de\nsource = A\n", base, {std::string("lang")});
        const SourceOptions* found = options_at(options, "/a");
        REQUIRE(found != nullptr);
        CHECK(found->lang == "it");
        CHECK(found->source == "A");
    }

    TEST_CASE("apply looks at members of archives below their file") {
        const SourceOptions options = applied("[path \"b.tar/old/*.txt\"] lang=de\n");
        const SourceOptions* found = options.by_path({"/x/b.tar", "old/a.txt", 0, 0});
        REQUIRE(found != nullptr);
        CHECK(found->lang == "de");
    }

    TEST_CASE("parse names file and line of a mistake and what was meant") {
        struct Mistake {
            const char* text;
            const char* complaint;
        };
        for (const Mistake& mistake : {
                 Mistake{"\nlag = de\n",
                         "p.conf:2: there is no setting 'lag' | did you mean 'lang'?"},
                 Mistake{"[paths \"a\"]\n",
                         "p.conf:1: there are no sections '[paths]' | did you mean '[path ...]'?"},
                 Mistake{"[path a]\n",
                         "p.conf:1: the path of a section is missing | write [path \"legacy/**\"], "
                         "with the path in quotes"},
                 Mistake{"[path \"a\n",
                         "p.conf:1: a '\"' is not closed | close it on the same line"},
                 Mistake{"[path \"a\"\n",
                         "p.conf:1: ']' is missing | write [path \"legacy/**\"], with the path in "
                         "quotes"},
                 Mistake{"[path \"a/{source}\"]\n",
                         "p.conf:1: the path of a section has no placeholders | use path-pattern = "
                         "... in the section to read values from paths"},
                 Mistake{"[path \"{\"]\n",
                         "p.conf:1: at byte 0 of \"{\": '{' without '}' | the placeholders are "
                         "{source}, {section}, {collection}, {lang}, {author}, {id} and "
                         "{date:%Y/%m/%d}"},
                 Mistake{"lang\n",
                         "p.conf:1: 'lang' is not of the form key = value | a value with blanks "
                         "behind a heading stands in quotes"},
                 Mistake{"lang =\n",
                         "p.conf:1: lang needs a value | leave the line out to keep the default"},
                 Mistake{"lang = de\nlang = fr\n",
                         "p.conf:2: 'lang' is set twice in one section | set it once"},
                 Mistake{"skip = yes\n",
                         "p.conf:1: skip: 'yes' is neither true nor false | write skip = true to "
                         "leave the files out"},
                 Mistake{"lang = \"de\" fr\n",
                         "p.conf:1: 'fr' stands behind the value | put one setting on a line"},
                 Mistake{
                     "date-order = dym\n",
                     "p.conf:1: date-order: 'dym' is not an order of day, month and year | give "
                     "dmy (3/4/87 is 3 April), mdy (4 March) or ymd"},
             }) {
            CHECK(complaint(mistake.text) == mistake.complaint);
        }
        CHECK(complaint("lang = \xFF\n").starts_with("'p.conf' is not valid UTF-8"));
    }

    TEST_CASE("keep_project keeps a project with its index until an empty one comes") {
        const testing::TempDir folder;
        CHECK_FALSE(find_project({}, folder.path()).has_value());
        keep_project(Project::parse("lang = de\n", "p"), folder.path());
        const auto kept = find_project({}, folder.path());
        REQUIRE(kept.has_value());
        CHECK(kept->text() == "lang = de\n");
        keep_project(Project::parse("# nothing\n", "p"), folder.path());
        CHECK_FALSE(find_project({}, folder.path()).has_value());
    }

    TEST_CASE("find_project prefers the file that is named") {
        const testing::TempDir folder;
        keep_project(Project::parse("lang = de\n", "p"), folder.path());
        const auto file = folder.path() / "other.conf";
        write_file_atomically(file, "lang = fr\n");
        CHECK(find_project(file.string(), folder.path())->text() == "lang = fr\n");
        CHECK_THROWS_AS(static_cast<void>(find_project((folder.path() / "none").string(), {})),
                        Error);
    }

    TEST_CASE("read refuses a file that is too large") {
        const testing::TempDir folder;
        const auto file = folder.path() / "p.conf";
        write_file_atomically(file, "#" + std::string(kMaxProjectBytes - 1, ' '));
        CHECK(Project::read(file).is_empty());
        write_file_atomically(file, "#" + std::string(kMaxProjectBytes, ' '));
        CHECK_THROWS_AS(static_cast<void>(Project::read(file)), Error);
    }
}
