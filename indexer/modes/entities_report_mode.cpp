// --entities-report: the entities of an index as a table, or as JSON lines.
#include "common/base/printable.hpp"
#include "indexer/modes/modes.hpp"
#include "indexer/run/entity_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

/// Most parts of one cell of the table; the JSON has all.
constexpr std::size_t kMostParts = 20;

std::string_view type_name(const std::string& id) {
    switch (id[0]) {
        case 'P':
            return "person";
        case 'L':
            return "place";
        default:
            return "org";
    }
}

/// A cell with up to kMostParts of `parts`, each as `text` gives it.
template <typename Part, typename Text>
std::string cell(const std::vector<Part>& parts, const Text& text) {
    std::string words;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostParts); ++i) {
        words += (i == 0 ? "" : "; ") + text(parts[i]);
    }
    if (parts.size() > kMostParts) {
        words += "; and " + std::to_string(parts.size() - kMostParts) + " more";
    }
    return printable_line(words);
}

std::string id_text(const run::ReportedId& id) {
    return id.id + ' ' + id.reason + ' ' + std::to_string(id.articles);
}

void print_row(std::ostream& out, const run::ReportedEntity& entity) {
    out << type_name(entity.id) << '\t' << printable_line(entity.id) << '\t'
        << printable_line(entity.name) << '\t' << entity.articles << '\t'
        << cell(entity.variants,
                [](const run::ReportedName& variant) {
                    return variant.name + ' ' + std::to_string(variant.articles);
                })
        << '\t' << cell(entity.joined, id_text) << '\t'
        << cell(entity.doubtful,
                [](const run::ReportedId& id) {
                    return id_text(id) + (id.joined ? " joined" : " apart");
                })
        << '\n';
}

Json ids_json(const std::vector<run::ReportedId>& ids, bool doubtful) {
    Json list = Json::array();
    for (const run::ReportedId& id : ids) {
        Json json = {{"id", id.id}, {"reason", id.reason}, {"articles", id.articles}};
        if (doubtful) {
            json["joined"] = id.joined;
        }
        list.push_back(std::move(json));
    }
    return list;
}

void print_json(std::ostream& out, const run::ReportedEntity& entity) {
    Json variants = Json::array();
    for (const run::ReportedName& variant : entity.variants) {
        variants.push_back({{"name", variant.name}, {"articles", variant.articles}});
    }
    const Json json = {{"schema", "dateline.entity/1"},
                       {"type", type_name(entity.id)},
                       {"id", entity.id},
                       {"name", entity.name},
                       {"articles", entity.articles},
                       {"variants", std::move(variants)},
                       {"joined", ids_json(entity.joined, false)},
                       {"doubtful", ids_json(entity.doubtful, true)}};
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int report_entities(const Options& options, Surroundings& surroundings) {
    const std::vector<run::ReportedEntity> entities = run::report_entities(options.index);
    const std::size_t count =
        std::min<std::uint64_t>(options.limit.value_or(entities.size()), entities.size());
    if (!options.json) {
        surroundings.out << "type\tid\tname\tarticles\tvariants\tjoined\tdoubtful\n";
    }
    for (std::size_t i = 0; i < count && surroundings.out; ++i) {
        if (options.json) {
            print_json(surroundings.out, entities[i]);
        } else {
            print_row(surroundings.out, entities[i]);
        }
    }
    finish_output(surroundings.out);
    return 0;
}

}  // namespace dateline::indexer
