// The rows stand here as they are read: columns between tabs.
#include "tests/unit/gazetteer/small_tables.hpp"

namespace dateline::testing {

void write_small_tables(const TempDir& folder) {
    folder.write("blocked_names.tsv", "Centre\n");
    folder.write("countries.tsv",
                 "FR\tFRA\t3017382\tFrance\teurope\t67059\t46\t2\tfrance\tFrench "
                 "Republic\tFrench\n"
                 "US\tUSA\t6252001\tUnited States\teurope\t328239\t38\t-97\tusa\tUS\tAmerican\n");
    folder.write("division_facts.tsv", "US.TX\t4736286\t\t\tTex.|TX\tTexan\n");
    folder.write("divisions.tsv.xz", "FR.11\tCentre\nUS.TX\tTexas\n");
    folder.write("english_words.tsv.xz", "nice\nus\nfrench\n");
    folder.write("foreign_names.tsv", "2988507\tParigi\nO:united-nations\tONU\n");
    folder.write("former_countries.tsv", "gaul\tGaul\tFR\t46\t2\tgaul\t\tGallic\n");
    folder.write("nature.tsv", "north-sea\twater\tNorth Sea\teurope\t56\t3\t\n");
    folder.write("old_names.tsv", "2988507\tLutetia\n");
    folder.write("organisations.tsv", "international\t\tUnited Nations\tUN\t\n");
    folder.write("other_names.tsv.xz", "2988507\tПариж|巴黎\nFR\tFrankreich\n");
    folder.write("people.tsv", "Ada Lovelace\tGB\tmathematician\t1833-1852\tLovelace\n");
    folder.write("person_names.tsv.xz", "Ada\tg\nPark\tgf\n");
    folder.write("places.tsv.xz",
                 "2988507\tParis\tFR\t11\t\tPPLC\t48.853\t2.349\t2138551\t100\n"
                 "2000\tNice\tFR\t\t\tPPLA2\t43.703\t7.266\t342669\t50\n"
                 "1727053\tParis\tUS\tTX\t\tPPLA2\t33.661\t-95.556\t24782\t5\n");
    folder.write("regions.tsv",
                 "6255148\teurope\tcontinent\tEurope\t\t48\t9\t\tEuropean\n"
                 "\tbalkans\tregion\tBalkans\teurope\t42.5\t22\tBalkan Peninsula\t\n");
    folder.write("wordnet_people.tsv.xz",
                 "Ada Lovelace\tCountess of Lovelace\t1815\t1852\n"
                 "Alan Turing\tAlan Mathison Turing\t1912\t1954\n");
    folder.write("words.tsv", "honorific\tDr|Mr\ngiven_name\tAlan\n");
}

}  // namespace dateline::testing
