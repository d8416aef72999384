// Names of the concepts that a NewsML-G2 item refers to by codes.
#include "indexer/source/xml/newsml_g2_names.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/xml/xml_elements.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace dateline::source {
namespace {

std::string_view primary(std::string_view lang) noexcept {
    return lang.substr(0, lang.find('-'));
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
        return text.find(part) != std::string_view::npos;
    });
}

G2Kind kind_of_words(std::string_view words) {
    if (holds_any(words, {"person", "people"})) {
        return G2Kind::Person;
    }
    if (holds_any(words, {"organi", "company", "orgnat"})) {
        return G2Kind::Organisation;
    }
    if (holds_any(words,
                  {"geo", "poi", "iso3166", "country", "cntry", "city", "location", "place"})) {
        return G2Kind::Place;
    }
    return G2Kind::Other;
}

}  // namespace

G2Names::G2Names(const xmlNode& item, std::string lang) : lang_(std::move(lang)) {
    for (const xmlNode* assertion : children(item, "assert")) {
        for (const char* key : {"qcode", "uri"}) {
            const std::string code = attribute(*assertion, key);
            if (!code.empty()) {
                asserted_.emplace(code, assertion);
            }
        }
    }
}

std::string G2Names::own_name(const xmlNode& node) const {
    std::string best;
    int best_rank = 9;
    for (const xmlNode* name : children(node, "name")) {
        const std::string lang = normalise_lang(attribute(*name, "lang"));
        int rank = 3;
        if (!lang.empty() && primary(lang) == primary(lang_)) {
            rank = 0;
        } else if (lang.empty()) {
            rank = 1;
        } else if (primary(lang) == "en") {
            rank = 2;
        }
        std::string line = line_of(*name);
        if (!line.empty() && rank < best_rank) {
            best = std::move(line);
            best_rank = rank;
        }
    }
    return best;
}

std::string G2Names::stated_name(const xmlNode& concept_node) const {
    std::string name = own_name(concept_node);
    for (const char* key : {"qcode", "uri"}) {
        const auto found = asserted_.find(attribute(concept_node, key));
        if (name.empty() && found != asserted_.end()) {
            name = own_name(*found->second);
        }
    }
    return first_filled({name, collapse_spaces(attribute(concept_node, "literal"))});
}

std::string G2Names::party(const xmlNode& node) const {
    const std::string qcode = attribute(node, "qcode");
    const std::size_t colon = qcode.find(':');
    return first_filled(
        {stated_name(node), colon == std::string::npos ? qcode : qcode.substr(colon + 1)});
}

G2Kind G2Names::kind(const xmlNode& concept_node) const {
    const std::string type =
        first_filled({attribute(concept_node, "type"), attribute(concept_node, "typeuri")});
    if (!type.empty()) {
        return kind_of_words(ascii_lower(type.substr(type.find_last_of(":/") + 1)));
    }
    if (child(concept_node, "personDetails") != nullptr) {
        return G2Kind::Person;
    }
    const std::string qcode = attribute(concept_node, "qcode");
    return kind_of_words(ascii_lower(qcode.substr(0, qcode.find(':'))));
}

}  // namespace dateline::source
