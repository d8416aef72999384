// Persons and places of one name.
#include "indexer/analysis/people/settle_types.hpp"

#include "common/gazetteer/compile/compile.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/gazetteer/small_tables.hpp"
#include "tests/unit/people/marked.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace dateline::analysis {
namespace {

// Paris is a large city of the small tables, Texas a division, United Nations an organisation.
const gazetteer::Gazetteer& small_gazetteer() {
    static const testing::TempDir folder;
    static std::optional<gazetteer::Gazetteer> gazetteer;
    if (!gazetteer) {
        testing::write_small_tables(folder);
        gazetteer.emplace(
            folder.write("test.gazetteer", gazetteer::compile_gazetteer(folder.path())));
    }
    return *gazetteer;
}

// The types that the mentions get: p person, l place, o organisation.
std::string types_in(std::string_view marked) {
    testing::MarkedText text = testing::read_marked(marked);
    std::string types;
    for (const NameMention& mention :
         settle_types(text.text, std::move(text.mentions), small_gazetteer())) {
        types += mention.type == MentionType::Person  ? 'p'
                 : mention.type == MentionType::Place ? 'l'
                                                      : 'o';
    }
    return types;
}

}  // namespace

TEST_SUITE("analysis.settle_types") {
    TEST_CASE("settle_types corrects single words where the text is clear") {
        for (const auto& [marked, types] : {
                 std::pair<std::string_view, std::string_view>{"Mr. <Paris> spoke.", "p"},
                 {"“Ms <Paris>” spoke.", "p"},
                 {"Mrs {Paris} spoke.", "p"},
                 {"<Paris> and <Paris> and [Paris]", "lll"},
             }) {
            CAPTURE(marked);
            CHECK(types_in(marked) == types);
        }
    }

    TEST_CASE("settle_types leaves what may be both") {
        for (const auto& [marked, types] : {
                 std::pair<std::string_view, std::string_view>{"[Ann Paris] is in <Paris>.", "pl"},
                 {"[Ann Paris] is in <Paris> and <Paris>. [Paris] left.", "pllp"},
                 {"<Paris> and [Paris]", "lp"},
                 {"<Paris> and <Paris> and [Miss|Paris]", "llp"},
                 {"<Gorman> and <Gorman> and [Gorman]", "llp"},
                 {"[Ann Gorman] is in <Gorman Hall>.", "pl"},
                 {"[Ann Gorman] spoke. <Gorman> left. {Gorman} fell.", "plo"},
                 {"CMrs <Paris>", "l"},
                 {"Mr\n<Paris>", "l"},
                 {"", ""},
             }) {
            CAPTURE(marked);
            CHECK(types_in(marked) == types);
        }
    }

    TEST_CASE("settle_types keeps the title of a person it finds") {
        testing::MarkedText text = testing::read_marked("Mr. <Paris> spoke.");
        const std::vector<NameMention> settled =
            settle_types(text.text, std::move(text.mentions), small_gazetteer());
        REQUIRE(settled.size() == 1);
        CHECK(settled[0].honorific == ByteRange{0, 3});
    }
}

}  // namespace dateline::analysis
