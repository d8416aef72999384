// Names that the tagger begins or ends in the wrong place, as business wires have them.
#pragma once

#include "indexer/analysis/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// `mentions` of English `text`, in order and without overlaps, with borders set right where the
/// words leave no doubt:
///
///  - `<Hillards Plc>`, as Reuters marks companies, is one organisation; the sign in `<HILL.L>` is
///    none;
///  - what ends in a legal form, or has one behind it, is an organisation;
///  - two companies with `and` between them are two: the first ends in a legal form, or the text
///    has each by itself elsewhere; so are `Acme Inc's Tulser Co` and `Acme Inc, Tulser Co`;
///  - `Hughes' Kistler` is an organisation and a person, small words before a name are left out,
///  and
///    `and Co Ltd` goes with the name before it;
///  - `New Jersey-based` holds all of the place, `No. 1 U.S.` the country, `Western creditors`,
///    `West German yards` and `Singapore dollars` none;
///  - `Kenya's Royal Navy` is a country and an organisation, `Exxon Lee Raymond` a known one and a
///    person; ’ is as good as ';
///  - `Jane Doe of Acme` is a person and the organisation or place;
///  - `James Capel (Far East) Ltd` goes over its brackets, `New York-based Acme` begins behind
///    them, and laws, bills and reports are no organisations.
[[nodiscard]] std::vector<NameMention> settle_borders(std::string_view text,
                                                      std::vector<NameMention> mentions,
                                                      const ClassesOf& classes_of);

}  // namespace dateline::analysis
