// `dateline-train tagger`.
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "indexer/train/arguments.hpp"
#include "indexer/train/commands.hpp"
#include "indexer/train/corpora.hpp"
#include "indexer/train/manifest.hpp"
#include "indexer/train/name_lists_option.hpp"
#include "indexer/train/name_pools.hpp"
#include "indexer/train/name_scores.hpp"
#include "indexer/train/random.hpp"
#include "indexer/train/tagger_training.hpp"
#include "indexer/train/variation.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace dateline::train {

namespace {

struct CorpusOperand {
    std::string path;
    unsigned copies = 1;
};

CorpusOperand operand_of(const std::string& word) {
    const std::size_t sign = word.rfind('=');
    if (sign == std::string::npos) {
        return {.path = word};
    }
    const std::string copies = word.substr(sign + 1);
    if (copies.size() != 1 || copies[0] < '1' || copies[0] > '9') {
        throw Error(ErrorCode::Usage,
                    "'" + word + "': copies are a number from 1 to 9",
                    "write PATH=3 for two more texts with other names beside each text");
    }
    return {.path = word.substr(0, sign), .copies = static_cast<unsigned>(copies[0] - '0')};
}

TrainingSettings settings_of(const Arguments& arguments) {
    TrainingSettings settings;
    settings.epochs = static_cast<unsigned>(arguments.number("epochs", settings.epochs, 1000));
    settings.seed = arguments.number("seed", settings.seed, ~std::uint64_t{0} - 1);
    settings.folds = static_cast<unsigned>(arguments.number("folds", settings.folds, 100));
    settings.least_count =
        static_cast<std::uint32_t>(arguments.number("least-count", settings.least_count, 1000));
    settings.rate = static_cast<float>(arguments.decimal("rate", settings.rate));
    settings.shrink = static_cast<float>(arguments.decimal("shrink", settings.shrink));
    if (settings.epochs == 0 || settings.folds < 2) {
        throw Error(ErrorCode::Usage,
                    "training needs at least 1 epoch and 2 folds",
                    "leave the options out for what the model was made with");
    }
    return settings;
}

}  // namespace

namespace {

// The texts to train on, and where they are from.
struct Material {
    std::vector<LabelledText> texts;
    std::vector<UsedCorpus> corpora;
};

Material material_of(const Arguments& arguments, std::uint64_t seed) {
    const std::string names = arguments.value("names", "");
    const NamePools pools = names.empty() ? NamePools{} : read_name_pools(names);
    Random random(seed);
    Material material;
    for (const std::string& word : arguments.operands()) {
        const CorpusOperand operand = operand_of(word);
        Corpora corpora = read_corpora({operand.path}, CorpusSet::Train);
        for (const LabelledText& text : corpora.texts) {
            material.texts.push_back(text);
            for (unsigned copy = 1; copy < operand.copies; ++copy) {
                material.texts.push_back(pools.empty() ? text
                                                       : with_other_names(text, pools, random));
            }
        }
        material.corpora.push_back({.path = operand.path,
                                    .copies = operand.copies,
                                    .texts = corpora.texts.size(),
                                    .files = std::move(corpora.files)});
    }
    return material;
}

std::string joined(std::span<const std::string> words) {
    std::string line = "tagger";
    for (const std::string& word : words) {
        line += ' ' + portable_path(word);
    }
    return line;
}

// The corpora of --score, which are separated by commas.
std::vector<std::string> scored_corpora(const Arguments& arguments) {
    std::vector<std::string> paths;
    std::string rest = arguments.value("score", "");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        paths.push_back(rest.substr(0, end));
        rest.erase(0, end + 1);
    }
    return paths;
}

}  // namespace

int train_tagger_command(std::span<const std::string> words, const Output& output) {
    static constexpr std::array<std::string_view, 10> known{"out",
                                                            "epochs",
                                                            "seed",
                                                            "folds",
                                                            "least-count",
                                                            "rate",
                                                            "shrink",
                                                            "gazetteer",
                                                            "names",
                                                            "score"};
    const Arguments arguments(words, known);
    const std::string out = arguments.value("out", "");
    if (out.empty() || arguments.operands().empty()) {
        throw Error(
            ErrorCode::Usage, "give --out and at least one corpus", "see dateline-train --help");
    }
    const OpenLists lists(arguments);
    const TrainingSettings settings = settings_of(arguments);
    const Material material = material_of(arguments, settings.seed);
    const TrainedModel model =
        train_tagger(material.texts, lists.get(), settings, [&](const std::string& line) {
            output.err << line << std::endl;
        });
    write_file_atomically(out, model.bytes);
    ModelManifest manifest{.command = joined(words),
                           .gazetteer = lists.version(),
                           .seed = settings.seed,
                           .tokens = model.tokens,
                           .features = model.features,
                           .corpora = material.corpora,
                           .scores = {}};
    const analysis::Tagger tagger(out, lists.get());
    for (const std::string& path : scored_corpora(arguments)) {
        const Corpora test = read_corpora({path}, CorpusSet::Test);
        manifest.scores.push_back({.path = path, .scores = score_names(tagger, test.texts).scores});
    }
    write_file_atomically(out + ".manifest.json", manifest_json(manifest, model.bytes));
    output.out << "wrote '" << out << "': " << model.features << " features, " << model.bytes.size()
               << " bytes\n";
    return 0;
}

}  // namespace dateline::train
