// Names that the gazetteer knows.
#include "indexer/analysis/people/name_linker.hpp"

#include "common/gazetteer/compile/compile.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/unit/gazetteer/small_tables.hpp"
#include "tests/unit/people/marked.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace dateline::analysis {
namespace {

// Small tables with people and organisations of their own.
class KnownNames {
public:
    KnownNames() {
        testing::write_small_tables(folder_);
        folder_.write("people.tsv",
                      "Volodymyr Zelenskyy\tUA\tpresident of Ukraine\t2019-\tVolodymyr Zelensky\n"
                      "George W. Bush\tUS\tpresident of the United States\t1999-2009\tGeorge Bush\n"
                      "Ronald Reagan\tUS\tpresident\t1965-2004\tReagan\n"
                      "Nancy Reagan\tUS\tfirst lady\t1966-2016\t\n"
                      "Jeb Bush\tUS\tgovernor of Florida\t1999-2016\t\n"
                      "Emmanuel Macron\tFR\tpresident of France\t2016-\t\n"
                      "Brigitte Bardot\tFR\tactress\t1955-1975\t\n"
                      "Xi Jinping\tCN\tpresident of China\t2010-\t\n"
                      "Will Smith\tUS\tactor\t1990-\t\n"
                      "Theresa May\tGB\tprime minister\t2010-2019\t\n"
                      "Aung San\tMM\tgeneral\t1936-1947\t\n"
                      "Aung San Suu Kyi\tMM\tpolitician\t1988-\tSuu Kyi\n"
                      "Pelé\tBR\tfootballer\t1958-1980\tEdson Arantes do Nascimento\n");
        folder_.write("organisations.tsv",
                      "international\t\tUnited Nations\tUN\t\n"
                      "bank\tUS\tCitigroup\tCiti|Citicorp\t1998\n"
                      "company\tUS\tGoldman Sachs\tGoldman\t\n"
                      "union\tNG\tNigeria Labour Congress\tNLC\t\n");
        gazetteer_.emplace(
            folder_.write("test.gazetteer", gazetteer::compile_gazetteer(folder_.path())));
        linker_.emplace(&*gazetteer_);
    }

    std::string ids_in(std::string_view marked, int year) const {
        const testing::MarkedText text = testing::read_marked(marked);
        std::string ids;
        for (const LinkedName& linked : linker_->link(text.text, text.mentions, year)) {
            ids += (ids.empty() ? "" : " ") + linked.id;
        }
        return ids;
    }

private:
    testing::TempDir folder_;
    std::optional<gazetteer::Gazetteer> gazetteer_;
    std::optional<NameLinker> linker_;
};

const KnownNames& known() {
    static const KnownNames names;
    return names;
}

struct Case {
    std::string_view text;
    int year;
    std::string_view ids;
};

void check_all(std::initializer_list<Case> rows) {
    for (const Case& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.year);
        CHECK(known().ids_in(row.text, row.year) == row.ids);
    }
}

}  // namespace

TEST_SUITE("analysis.name_linker") {
    TEST_CASE("link gives known people their id by full names and aliases") {
        check_all({
            {"[Volodymyr Zelensky] spoke. [Zelensky] left.",
             2025,
             "P:volodymyr-zelenskyy P:volodymyr-zelenskyy"},
            {"[VOLODYMYR ZELENSKYY] SPEAKS", 2025, "P:volodymyr-zelenskyy"},
            {"[Edson Arantes do Nascimento] scored.", 1970, "P:pele"},
            {"[Aung San Suu Kyi] is [Aung San]'s daughter. [Suu Kyi] smiled.",
             2010,
             "P:aung-san-suu-kyi P:aung-san P:aung-san-suu-kyi"},
            {"[George Bush] spoke.", 2001, "P:george-w-bush"},
            {"[George Bush] spoke.", 1970, "P:george-bush"},
            {"[George Bush] spoke.", 0, "P:george-w-bush"},
        });
    }

    TEST_CASE("link takes a bare surname for the one person in the news of the year") {
        check_all({
            {"[Macron] spoke.", 2020, "P:emmanuel-macron"},
            {"[Xi] spoke.", 2020, "P:xi-jinping"},
            {"[Reagan] spoke.", 1987, "P:ronald-reagan"},
            {"[Mrs.|Reagan] spoke.", 1987, "P:nancy-reagan"},
            {"[Reagan] spoke.", 2010, "P:reagan"},
            {"[Pelé] scored.", 1970, "P:pele"},
            // Both ends of the years, with one year around them.
            {"[Macron] spoke.", 2015, "P:emmanuel-macron"},
            {"[Macron] spoke.", 2014, "P:macron"},
            {"[Bardot] spoke.", 1976, "P:brigitte-bardot"},
            {"[Bardot] spoke.", 1977, "P:bardot"},
            {"[Macron] spoke.", 0, "P:macron"},
        });
    }

    TEST_CASE("link takes no bare surname that others bear too") {
        check_all({
            {"[Bush] spoke.", 2001, "P:bush"},
            {"[President|Bush] spoke.", 2001, "P:george-w-bush"},
            {"[Bush] spoke.", 2013, "P:jeb-bush"},
            {"[Smith] spoke.", 2001, "P:smith"},
            {"[Mrs.|Macron] spoke.", 2020, "P:macron"},
            {"[Luc Macron] spoke. [Macron] left.", 2020, "P:luc-macron P:luc-macron"},
        });
    }

    TEST_CASE("link gives known organisations their id") {
        check_all({
            {"The {UN} met. {United Nations} left.", 2020, "O:united-nations O:united-nations"},
            {"{Goldman} fell.", 2020, "O:goldman-sachs"},
            {"{NLC} met.", 2020, "O:nigeria-labour-congress"},
            {"The {National Land Commission} ({NLC}) met.",
             2020,
             "O:national-land-commission O:national-land-commission"},
            {"The {United Nations Security Council} met. The {United Nations} left.",
             2020,
             "O:united-nations-security-council O:united-nations"},
        });
    }

    TEST_CASE("link takes no company for one that there was not yet") {
        check_all({
            {"{Citicorp} fell.", 1987, "O:citicorp"},
            {"{Citigroup} fell.", 1996, "O:citigroup"},
            {"{Citicorp} fell.", 1996, "O:citicorp"},
            // A merger is in the news a year before.
            {"{Citicorp} fell.", 1997, "O:citigroup"},
            {"{Citicorp} fell.", 0, "O:citigroup"},
        });
    }
}

}  // namespace dateline::analysis
