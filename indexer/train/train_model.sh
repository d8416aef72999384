#!/bin/sh
# Trains the model that comes with the program again, from the same sources with the same settings:
# run it in the root of the repository after `cmake --preset release` and a build of dateline-train and
# dateline_gazetteer_file, with the free corpora in the folder that DATELINE_DATA names.
set -eu
: "${DATELINE_DATA:?set it to the folder with ner/}"
ner=$DATELINE_DATA/ner
exec build/release/indexer/train/dateline-train tagger --out indexer/analysis/model/dateline.model \
    --names common/gazetteer/data --score "corpus/annotated,$ner/meantime-english.tar.xz" \
    corpus/annotated=3 "$ner/wikigold.bio.xz=2" "$ner/wnut17.train.bio.xz" "$ner/wnut17.dev.bio.xz" \
    "$ner/wnut17.test.bio.xz" "$ner/ewt.dev.bio.xz=2" "$ner/btc.bio.xz"
