// Names of the classes, for messages and for features of the tagger.
#include "common/gazetteer/name_class.hpp"

#include <array>

namespace dateline::gazetteer {

namespace {

/// In the order of NameClass.
constexpr std::array<const char*, kNameClassCount> kNames = {
    "given_name",   "family_name", "name_particle", "honorific",    "title",    "role",
    "country",      "region",      "division",      "large_city",   "town",     "village",
    "nature",       "adjective",   "organisation",  "org_suffix",   "org_word", "place_word",
    "known_person", "acronym",     "common_word",   "calendar_word"};

}  // namespace

const char* name_class_name(NameClass name_class) noexcept {
    return kNames[static_cast<std::size_t>(name_class)];
}

}  // namespace dateline::gazetteer
