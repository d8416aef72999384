// Edit distance and the table of other engines' field names.
#include "query/parse/suggest.hpp"

#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace dateline::parse {
namespace {

constexpr std::array<OtherName, 104> kOtherNames = {{
    {"ab", "lead"},
    {"allintext", "body"},
    {"allintitle", "title"},
    {"allinurl", "url"},
    {"an", "id"},
    {"article_title", "title"},
    {"au", "by"},
    {"authors", "by"},
    {"body_text", "body"},
    {"byline", "by"},
    {"canonical_domain", "site"},
    {"city", "place"},
    {"clm", "section"},
    {"co", "org"},
    {"companies", "org"},
    {"company", "org"},
    {"content", "body"},
    {"country", "place"},
    {"created", "date"},
    {"creator", "by"},
    {"datefrom", "after"},
    {"daterange", "date"},
    {"dateto", "before"},
    {"doi", "id"},
    {"domain", "site"},
    {"end", "before"},
    {"fds", "org"},
    {"from", "by"},
    {"geo", "place"},
    {"geographic", "place"},
    {"geography", "place"},
    {"guid", "id"},
    {"heading", "title"},
    {"headlines", "title"},
    {"hl", "title"},
    {"hlp", "hlead"},
    {"host", "site"},
    {"identifier", "id"},
    {"in", "topic"},
    {"inbody", "body"},
    {"industry", "topic"},
    {"intext", "body"},
    {"intitle", "title"},
    {"inurl", "url"},
    {"journalist", "by"},
    {"keyword", "topic"},
    {"keywords", "topic"},
    {"la", "lang"},
    {"length", "len"},
    {"link", "url"},
    {"load-date", "seen"},
    {"loc", "place"},
    {"location", "place"},
    {"lp", "lead"},
    {"media_name", "source"},
    {"name", "person"},
    {"names", "person"},
    {"newer", "after"},
    {"ns", "topic"},
    {"older", "before"},
    {"organisation", "org"},
    {"organization", "org"},
    {"pd", "date"},
    {"people", "person"},
    {"per", "person"},
    {"persons", "person"},
    {"places", "place"},
    {"pub", "source"},
    {"publication", "source"},
    {"publication_date", "date"},
    {"publish_date", "date"},
    {"publisher", "source"},
    {"quoted", "speaker"},
    {"re", "place"},
    {"region", "place"},
    {"rst", "source"},
    {"saved", "query"},
    {"says", "speaker"},
    {"sc", "source"},
    {"se", "section"},
    {"similar", "like"},
    {"since", "after"},
    {"sn", "source"},
    {"so", "source"},
    {"sourcelang", "lang"},
    {"start", "after"},
    {"state", "place"},
    {"su", "topic"},
    {"subject", "topic"},
    {"subjects", "topic"},
    {"tag", "topic"},
    {"tags", "topic"},
    {"td", "body"},
    {"term", "topic"},
    {"terms", "topic"},
    {"text", "body"},
    {"theme", "topic"},
    {"ti", "title"},
    {"to", "before"},
    {"until", "before"},
    {"wc", "len"},
    {"wordcount", "len"},
    {"words", "len"},
    {"writer", "by"},
}};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) {
        return limit + 1;
    }
    std::vector<std::size_t> two_rows_up(b.size() + 1);
    std::vector<std::size_t> row_up(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(two_rows_up, row_up);
        std::swap(row_up, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = row_up[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({row_up[j] + 1, row[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_rows_up[j - 2] + 1);
            }
        }
    }
    return std::min(row[b.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
    const std::string lower = ascii_lower(word);
    const std::size_t limit = lower.size() <= 4 ? 1 : 2;
    std::size_t best = limit + 1;
    std::optional<std::string_view> found;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(lower, candidate, limit);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::span<const OtherName> names_of_other_engines() noexcept {
    return kOtherNames;
}

std::optional<std::string_view> field_of_other_engines(std::string_view name) {
    const std::string lower = ascii_lower(name);
    const auto* const row =
        std::find_if(kOtherNames.begin(), kOtherNames.end(), [&](const OtherName& other) {
            return other.theirs == lower;
        });
    return row == kOtherNames.end() ? std::nullopt : std::optional(row->ours);
}

std::optional<std::string_view> suggest_field(std::string_view name) {
    if (const auto ours = field_of_other_engines(name)) {
        return ours;
    }
    std::vector<std::string_view> names;
    for (const schema::Field& row : schema::fields()) {
        names.push_back(row.name);
        names.insert(names.end(), row.aliases.begin(), row.aliases.end());
    }
    names.insert(names.end(), {"after", "before"});
    const auto found = nearest(name, names);
    if (!found) {
        return std::nullopt;
    }
    const schema::Field* const row = schema::find_field(*found);
    return row == nullptr ? found : std::optional(row->name);
}

}  // namespace dateline::parse
