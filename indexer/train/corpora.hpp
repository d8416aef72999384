// From names on the command line to labelled texts, whatever their form.
#pragma once

#include "indexer/train/labelled_text.hpp"

#include <string>
#include <vector>

namespace dateline::train {

/// Which part of a corpus is wanted.
enum class CorpusSet {
    Train,  ///< of annotated articles `"set": "train"`, of MEANTIME every other document from the
            ///< first on, in the order of their file names; all of anything else
    Test,   ///< the other part of these; all of anything else
    All,
};

/// The set that `name` names: `train`, `test` or `all`.
///
/// @throws Error (Usage) if there is none.
[[nodiscard]] CorpusSet corpus_set_named(const std::string& name);

/// A file that texts were read from.
struct CorpusFile {
    std::string path;  ///< with the member of an archive behind `!/`
    std::string hash;  ///< XXH3-64 of its bytes, 16 hexadecimal digits
};

/// What was read.
struct Corpora {
    std::vector<LabelledText> texts;
    std::vector<CorpusFile> files;  ///< in the order of reading
};

/// Reads BIO files (`*.bio`), MEANTIME's articles (`*.xml`, of its folder `intra-doc_annotation`)
/// annotated articles (`*.json` beside `*.txt`) and GUM's documents (`*.conllu`, people only), from
/// files, folders and archives, compressed or not, in the order of `paths` and of names in folders.
/// Other files are passed over.
///
/// @throws Error (InputUnreadable) if something cannot be read, or if there is nothing.
[[nodiscard]] Corpora read_corpora(const std::vector<std::string>& paths, CorpusSet set);

}  // namespace dateline::train
