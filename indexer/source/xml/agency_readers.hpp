// The readers of XML that news agencies send: NITF, NewsML-G2 and NewsML 1.
#pragma once

#include "indexer/source/reader.hpp"

namespace dateline::source {

/// The reader called `nitf`: documents of NITF 2 and 3, one or many in a file, also inside of other
/// elements. See article_of_nitf().
[[nodiscard]] const Reader& nitf_reader();

/// The reader called `newsml-g2`: items of NewsML-G2, alone or in a newsMessage or another
/// envelope. See article_of_newsml_g2().
[[nodiscard]] const Reader& newsml_g2_reader();

/// The reader called `newsml`: items of NewsML 1.0 to 1.2, and the `newsitem` of Reuters Corpus
/// Volume 1. See articles_of_newsml() and article_of_reuters_corpus().
[[nodiscard]] const Reader& newsml_reader();

}  // namespace dateline::source
