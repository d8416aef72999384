// Templates: fields, forms, escapes, and what is refused.
#include "query/render/hit_template.hpp"

#include "common/base/error.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dateline;
using namespace dateline::render;

namespace {

search::Hit sample() {
    search::Hit hit;
    hit.rank = 3;
    hit.score = 1.5;
    hit.id = "00000000000000ab";
    hit.article.title = "One\ttitle\nof \x1B[1mtwo";
    hit.article.authors = {"A", "B"};
    hit.article.published = time::parse_iso_time("2025-10-16T18:02:09+02:00");
    return hit;
}

std::string filled(std::string_view text, const search::Hit& hit) {
    return HitTemplate(text).fill(hit, "q\t1");
}

std::string message_of(std::string_view text) {
    try {
        const HitTemplate made(text);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Usage);
        return error.what() + std::string(error.hint().empty() ? "" : " / " + error.hint());
    }
    return "none";
}

}  // namespace

TEST_SUITE("batch.hit_template") {
    TEST_CASE("HitTemplate fills in fields and escapes") {
        CHECK(filled(R"({rank}\t{score}\t{id}\n\{{query}\}\\)", sample()) ==
              "3\t1.500\t00000000000000ab\n{q 1}\\");
        CHECK(filled("{authors}|{url}|{change}|", sample()) == "A; B|||");
    }

    TEST_CASE("HitTemplate makes untrusted text safe and keeps it on one line") {
        CHECK(filled("{title}", sample()) == "One title of \\x1b[1mtwo");
    }

    TEST_CASE("HitTemplate writes times in the form that is asked for") {
        search::Hit hit = sample();
        CHECK(filled("{published}", hit) == "2025-10-16T18:02:09+02:00");
        CHECK(filled("{published:%Y-%m-%d %H:%M:%S %z %%}", hit) == "2025-10-16 18:02:09 +0200 %");
        CHECK(filled("{published:%FT%T}", hit) == "2025-10-16T18:02:09");
        CHECK(filled("{modified:%F}", hit).empty());
        for (const auto& [stated, wanted] : std::vector<std::pair<std::string, std::string>>{
                 {"2025", "2025-XX-XX XX:XX:XX"},
                 {"2025-10", "2025-10-XX XX:XX:XX"},
                 {"2025-10-16", "2025-10-16 XX:XX:XX"},
                 {"2025-10-16T00:30:00-05:30", "2025-10-16 00:30:00 -0530"},
             }) {
            hit.article.published = time::parse_iso_time(stated);
            CAPTURE(stated);
            const std::string form =
                stated.size() > 10 ? "{published:%F %T %z}" : "{published:%F %T}";
            CHECK(filled(form, hit) == wanted);
        }
    }

    TEST_CASE("HitTemplate writes times of the zone that is asked for") {
        const HitTemplate form("{published:%F %H:%M %z}");
        const time::Zone west = time::Zone::find("America/Los_Angeles").value();
        search::Hit hit = sample();
        CHECK(form.fill(hit, "q", west) == "2025-10-16 09:02 -0700");
        CHECK(form.fill(hit, "q", {}) == "2025-10-16 18:02 +0200");
        hit.article.published = time::parse_iso_time("2025-10-16T03:00:00Z");
        CHECK(form.fill(hit, "q", west) == "2025-10-15 20:00 -0700");
        hit.article.published = time::parse_iso_time("2025-10-16");
        CHECK(form.fill(hit, "q", west) == "2025-10-16 XX:XX ");
    }

    TEST_CASE("HitTemplate knows every field that it lists") {
        for (const std::string_view field : template_fields()) {
            CAPTURE(field);
            CHECK(message_of("{" + std::string(field) + "}") == "none");
        }
    }

    TEST_CASE("HitTemplate refuses what it cannot fill in") {
        CHECK(message_of("{titel}") ==
              "--template: there is no field 'titel' / did you mean '{title}'?");
        CHECK(message_of("{xyzzy}").starts_with(
            "--template: there is no field 'xyzzy' / fields are query, rank, score, id"));
        CHECK(message_of("{id") ==
              "--template: a '{' is not closed / write \\{ for the brace itself");
        CHECK(message_of("id}") ==
              "--template: a '}' closes nothing / write \\} for the brace itself");
        CHECK(message_of("{id}\\q") ==
              "--template: '\\q' is no escape / escapes are \\t \\n \\\\ \\{ and \\}");
        CHECK(message_of("{id}\\").starts_with("--template: a '\\' stands at the end"));
        CHECK(message_of("") == "--template: it names no field / as in '{id}\\t{title}'");
        CHECK(message_of("{title:%Y}").starts_with("--template: '{title:%Y}' has a form"));
        CHECK(message_of("{published:}").starts_with("--template: '{published:}' has a form"));
        CHECK(message_of("{published:%q}").starts_with("--template: '%q' is no part of a time"));
        CHECK(message_of("{published:%}").starts_with("--template: '%' is no part of a time"));
    }
}
