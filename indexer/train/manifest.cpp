// Keys stay in the order in which people read them.
#include "indexer/train/manifest.hpp"

#include "common/base/error.hpp"
#include "common/base/hash.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace dateline::train {

namespace {

using Json = nlohmann::ordered_json;

struct Licence {
    std::string_view name;  // part of the path
    std::string_view text;
};

constexpr std::array kLicences = std::to_array<Licence>({
    {"corpus/annotated", "CC BY 4.0, the Dateline maintainers"},
    {"wikigold", "CC BY 4.0, Wikigold: D. Balasuriya and others, 2009; text of Wikipedia"},
    {"wnut17", "CC BY 4.0, WNUT-2017: L. Derczynski and others"},
    {"btc", "CC BY 4.0, Broad Twitter Corpus: L. Derczynski and others, 2016"},
    {"ewt", "CC BY-SA 4.0, Universal NER on UD English EWT"},
    {"gum", "CC BY 4.0 (annotations), CC BY or CC BY-SA (texts), GUM: A. Zeldes and others"},
    {"meantime", "CC BY 4.0, NewsReader MEANTIME: A.-L. Minard and others, 2016"},
});

double percent(double ratio) {
    return std::round(ratio * 1000) / 10;
}

Json scores_json(const NameScores& scores) {
    constexpr std::array<const char*, 3> types{"person", "place", "org"};
    Json json = Json::object();
    for (std::size_t type = 0; type < types.size(); ++type) {
        const NameCounts& counts = scores[type];
        json[types[type]] = {{"precision", percent(counts.precision())},
                             {"recall", percent(counts.recall())},
                             {"f1", percent(counts.f1())},
                             {"names", counts.marked}};
    }
    return json;
}

// One hash for all files of a corpus: of their hashes, one after the other.
Json corpus_json(const UsedCorpus& corpus) {
    std::string hashes;
    for (const CorpusFile& file : corpus.files) {
        hashes += file.hash;
    }
    return {{"path", portable_path(corpus.path)},
            {"licence", licence_of(corpus.path)},
            {"files", corpus.files.size()},
            {"hash", hex16(hash64(hashes))},
            {"texts", corpus.texts},
            {"copies", corpus.copies}};
}

}  // namespace

std::string_view licence_of(std::string_view path) noexcept {
    for (const Licence& licence : kLicences) {
        if (path.find(licence.name) != std::string_view::npos) {
            return licence.text;
        }
    }
    return "not stated";
}

std::string portable_path(const std::string& path) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read before any thread is started
    const char* const variable = std::getenv("DATELINE_DATA");
    const std::string folder = variable == nullptr ? "" : variable;
    std::string portable = path;
    for (std::size_t at = 0;
         !folder.empty() && (at = portable.find(folder, at)) != std::string::npos;
         ++at) {
        portable.replace(at, folder.size(), "$DATELINE_DATA");
    }
    return portable;
}

std::string manifest_json(const ModelManifest& manifest, std::string_view bytes) {
    Json json{{"model", hex16(hash64(bytes))},
              {"bytes", bytes.size()},
              {"features", manifest.features},
              {"command", "dateline-train " + manifest.command},
              {"build", "cmake --preset release && cmake --build --preset release"},
              {"seed", manifest.seed},
              {"gazetteer", manifest.gazetteer},
              {"tokens", manifest.tokens}};
    json["sources"] = Json::array();
    for (const UsedCorpus& corpus : manifest.corpora) {
        json["sources"].push_back(corpus_json(corpus));
    }
    json["scores"] = Json::object();
    for (const CorpusScores& corpus : manifest.scores) {
        json["scores"][portable_path(corpus.path)] = scores_json(corpus.scores);
    }
    return json.dump(2) + "\n";
}

std::string stated_hash(std::string_view json) {
    const Json parsed = Json::parse(json, nullptr, false);
    if (parsed.is_discarded()) {
        throw Error(ErrorCode::InputUnreadable, "the manifest is no JSON", "train the model again");
    }
    const auto hash = parsed.find("model");
    return hash != parsed.end() && hash->is_string() ? hash->get<std::string>() : "";
}

}  // namespace dateline::train
