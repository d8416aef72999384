// Cities and regions are left to the model: added by list, they cost more in wrong names than they
// gave in right ones on every set that was tried.
#include "indexer/analysis/listed_countries.hpp"

#include "common/gazetteer/name_class.hpp"

#include <algorithm>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

constexpr std::uint32_t kCountry = NameClasses{NameClass::Country}.bits;
constexpr std::uint32_t kDoubtful = NameClasses{NameClass::GivenName,
                                                NameClass::FamilyName,
                                                NameClass::KnownPerson,
                                                NameClass::Organisation,
                                                NameClass::CommonWord}
                                        .bits;

bool is_country(ListedRun run) {
    const bool begins = run.position == ListedRun::kWhole || run.position == ListedRun::kFirst;
    return begins && (run.classes & kCountry) != 0 && (run.classes & kDoubtful) == 0;
}

}  // namespace

std::vector<std::size_t> add_listed_countries(const TextFeatures& text,
                                              std::vector<Label>& labels) {
    std::vector<std::size_t> added;
    for (std::size_t token = 0; token < labels.size(); ++token) {
        const ListedRun run = text.listed_at(token);
        if (!is_country(run)) {
            continue;
        }
        std::size_t end = token + 1;
        while (run.position == ListedRun::kFirst &&
               text.listed_at(end - 1).position != ListedRun::kLast) {
            ++end;
        }
        const auto first = labels.begin() + static_cast<std::ptrdiff_t>(token);
        const auto stop = labels.begin() + static_cast<std::ptrdiff_t>(end);
        if (std::all_of(first, stop, [](Label label) { return label == Label::Outside; })) {
            std::fill(first, stop, Label::InsidePlace);
            *first = Label::BeginPlace;
            added.push_back(token);
        }
    }
    return added;
}

}  // namespace dateline::analysis
