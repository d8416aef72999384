// Small documents for the storage tests.
#pragma once

#include "common/storage/index_document.hpp"

#include <string>

namespace dateline::testing {

/// The document of an article called `id` with the title `title`: a key hashed from the id, a
/// person, a source, a path, a stream of
/// seven tokens and a stored form.
[[nodiscard]] storage::IndexDocument sample_document(const std::string& id,
                                                     const std::string& title,
                                                     const std::string& path = "news/a.txt");

}  // namespace dateline::testing
