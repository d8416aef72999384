// Looks names up in the installed gazetteer, and turns names of people round.
#include "query/compile/other_names.hpp"

#include "common/base/error.hpp"
#include "common/base/installed_file.hpp"
#include "common/base/utf8.hpp"
#include "common/gazetteer/gazetteer.hpp"
#include "common/names/honorifics.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace dateline::compile {
namespace {

using gazetteer::Entity;
using gazetteer::EntityKind;
using gazetteer::Gazetteer;

/// The least importance of a place whose name is more likely meant than a misspelt one.
constexpr std::uint16_t kWellKnown = 9000;

/// A copy of the program alone, without its gazetteer, searches with the names of the index.
std::unique_ptr<const Gazetteer> open_if_installed() {
    std::filesystem::path path;
    try {
        path = installed_file(Gazetteer::kFileName, Gazetteer::kVariable);
    } catch (const Error&) {
        return nullptr;
    }
    return std::make_unique<const Gazetteer>(path);
}

/// The gazetteer, opened by the first who asks; null without one.
const Gazetteer* installed() {
    static const std::unique_ptr<const Gazetteer> gazetteer = open_if_installed();
    return gazetteer.get();
}

/// The id of `entity`; empty for one that is only an adjective.
std::string id_of(const Gazetteer& gazetteer, const Entity& entity) {
    switch (entity.kind) {
        case EntityKind::Place:
            return "L:" + text::slug(gazetteer.place_id(entity.place()).substr(2));
        case EntityKind::Person:
            return "P:" + std::string(gazetteer.person(entity.index).id);
        case EntityKind::Organisation:
            return "O:" + std::string(gazetteer.organisation(entity.index).id);
        case EntityKind::PlaceAdjective:
            break;
    }
    return {};
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const std::string spaced = collapse_spaces(text);
    for (std::size_t begin = 0; begin < spaced.size();) {
        const std::size_t end = std::min(spaced.find(' ', begin), spaced.size());
        words.push_back(spaced.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string joined(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

/// `Donald Trump Jr.` for `Trump, Donald, Jr.`; empty without a comma, and where one ends it.
std::string turned_at_comma(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = text.substr(comma + 1);
    const std::size_t second = std::min(rest.find(','), rest.size());
    const std::string given(trim(rest.substr(0, second)));
    const std::string behind(second == rest.size() ? std::string_view()
                                                   : trim(rest.substr(second + 1)));
    if (given.empty() || trim(text.substr(0, comma)).empty()) {
        return {};
    }
    return given + " " + std::string(trim(text.substr(0, comma))) +
           (behind.empty() ? "" : " " + behind);
}

/// `reagan` for `president reagan`, in any case; empty without a title.
std::string without_title(std::span<const std::string> words) {
    std::vector<std::string> capitals;
    for (const std::string& word : words) {
        std::string& written = capitals.emplace_back(ascii_lower(word));
        if (!written.empty() && written[0] >= 'a' && written[0] <= 'z') {
            written[0] = static_cast<char>(written[0] - 'a' + 'A');
        }
    }
    const std::vector<std::string_view> views(capitals.begin(), capitals.end());
    const std::size_t titles = names::title_length(views);
    return titles == 0 ? std::string() : joined(words.subspan(titles));
}

}  // namespace

std::vector<std::string> ids_of_other_name(std::string_view text, std::string_view id_letters) {
    std::vector<std::string> ids;
    const Gazetteer* const gazetteer = installed();
    if (gazetteer == nullptr) {
        return ids;
    }
    for (const Entity& entity : gazetteer->candidates(gazetteer->find(text))) {
        std::string id = id_of(*gazetteer, entity);
        if (id.empty() || id_letters.find(id.front()) == std::string_view::npos) {
            continue;
        }
        if (!entity.alias) {
            break;  // from here on better known by their own names
        }
        ids.push_back(std::move(id));
    }
    return ids;
}

std::vector<std::string> slugs_of_place(std::string_view text) {
    std::vector<std::string> slugs;
    const Gazetteer* const gazetteer = installed();
    if (gazetteer == nullptr) {
        return slugs;
    }
    for (const Entity& entity : gazetteer->candidates(gazetteer->find(text))) {
        if (entity.kind == EntityKind::Place && entity.alias) {
            slugs.push_back(text::slug(gazetteer->place(entity.place()).name));
        }
    }
    return slugs;
}

bool is_known_place(std::string_view text) {
    const Gazetteer* const gazetteer = installed();
    if (gazetteer == nullptr) {
        return false;
    }
    for (const Entity& entity : gazetteer->candidates(gazetteer->find(text))) {
        if (entity.kind == EntityKind::Place) {
            return gazetteer->place(entity.place()).importance >= kWellKnown;
        }
    }
    return false;
}

std::vector<std::string> other_readings(std::string_view text) {
    std::vector<std::string> readings;
    const auto add = [&](std::string reading) {
        if (!reading.empty() && reading != text &&
            std::find(readings.begin(), readings.end(), reading) == readings.end()) {
            readings.push_back(std::move(reading));
        }
    };
    std::string turned = turned_at_comma(text);
    const std::vector<std::string> words = words_of(turned.empty() ? std::string(text) : turned);
    add(std::move(turned));
    add(without_title(words));
    if (text.find(',') == std::string_view::npos && words.size() > 1) {
        std::vector<std::string> rotated = words;
        std::rotate(rotated.begin(), rotated.begin() + 1, rotated.end());
        add(joined(rotated));
        rotated = words;
        std::rotate(rotated.begin(), rotated.end() - 1, rotated.end());
        add(joined(rotated));
    }
    return readings;
}

}  // namespace dateline::compile
