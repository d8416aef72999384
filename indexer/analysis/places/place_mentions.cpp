// See the header.
#include "indexer/analysis/places/place_mentions.hpp"

#include "indexer/analysis/places/place_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::analysis {

namespace {

using gazetteer::Gazetteer;

bool in_capitals(std::string_view name) {
    return std::none_of(
        name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool same_candidates(const PlaceName& name, const PlaceCandidates& candidates) {
    return std::equal(name.senses.begin(),
                      name.senses.end(),
                      candidates.list.begin(),
                      candidates.list.end(),
                      [](const PlaceSense& sense, const PlaceCandidate& candidate) {
                          return sense.candidate.place.index == candidate.place.index;
                      });
}

class Gatherer {
public:
    Gatherer(const SearchText& text, const Gazetteer& gazetteer)
        : text_(text), gazetteer_(gazetteer) {}

    void add(ByteRange range) {
        const std::uint32_t name = number_of(range);
        result_.names[name].mentions.push_back(static_cast<std::uint32_t>(result_.ranges.size()));
        result_.name_at.push_back(name);
        result_.ranges.push_back(range);
    }

    PlaceMentions take() {
        for (PlaceName& name : result_.names) {
            name.weight = 1 + std::log2(static_cast<double>(name.mentions.size()));
        }
        return std::move(result_);
    }

private:
    // A form: the words, and what may make other candidates of them.
    struct Form {
        std::uint64_t words = 0;
        bool capitals = false;
        bool article = false;
        std::uint32_t name = 0;
    };

    std::uint32_t number_of(ByteRange range) {
        const SearchText::Tokens tokens = text_.tokens_in(range);
        Form form{.words = 0,
                  .capitals = in_capitals(text_.bytes(range)),
                  .article = takes_article(text_, tokens)};
        for (std::size_t token = tokens.first; token < tokens.end; ++token) {
            form.words = gazetteer::extend(form.words, text_.hashes[token]);
        }
        for (const Form& known : forms_) {
            if (known.words == form.words && known.capitals == form.capitals &&
                known.article == form.article) {
                return known.name;
            }
        }
        form.name = name_of_form(form, find_candidates(text_, range, gazetteer_));
        forms_.push_back(form);
        return form.name;
    }

    // The name of a new form: that of another form of its words if both may mean the same.
    std::uint32_t name_of_form(const Form& form, const PlaceCandidates& candidates) {
        const bool has_nature = std::any_of(
            candidates.list.begin(), candidates.list.end(), [](const PlaceCandidate& candidate) {
                return is_nature(candidate.place.kind);
            });
        for (const Form& known : forms_) {
            if (known.words == form.words && (known.article == form.article || !has_nature) &&
                same_candidates(result_.names[known.name], candidates)) {
                return known.name;
            }
        }
        result_.names.push_back(analysis::name_of(candidates));
        return static_cast<std::uint32_t>(result_.names.size() - 1);
    }

    const SearchText& text_;
    const Gazetteer& gazetteer_;
    PlaceMentions result_;
    std::vector<Form> forms_;
};

}  // namespace

PlaceMentions gather_places(const SearchText& text,
                            std::span<const NameMention> mentions,
                            const Gazetteer& gazetteer) {
    Gatherer gatherer(text, gazetteer);
    for (const NameMention& mention : mentions) {
        if (mention.type == MentionType::Place) {
            gatherer.add(mention.range);
        }
    }
    return gatherer.take();
}

}  // namespace dateline::analysis
