# A disk that gets full while articles are written: status 7, and the index holds what was committed.
. "$(dirname "$0")/support.sh"

make_articles old.jsonl 1 200
make_articles new.jsonl 201 1200
expect 0 "$tool" -i a.idx --shards 2 -q old.jsonl
before=$(digest a.idx) || exit 1

# No file may get larger than this many blocks of 1024 bytes; the signal is ignored, so writes fail.
for limit in 100 700; do
  cp -r a.idx full.idx
  expect 7 bash -c 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"' limited "$limit" \
    "$tool" -i full.idx -q --threads 2 new.jsonl
  expect_message "hint: "
  same_digest full.idx "$before" "the index has changed at limit $limit"
  expect 0 "$tool" -i full.idx -q new.jsonl
  finished=$(digest full.idx) || exit 1
  rm -rf full.idx
done

expect 0 "$tool" -i a.idx -q new.jsonl
same_digest a.idx "$finished" "the run after the full disk gave another index"

# A new index on a full disk: no index afterwards, or an empty whole one, never a damaged one.
expect 7 bash -c 'trap "" XFSZ; ulimit -f 100; exec "$@"' limited "$tool" -i fresh.idx -q old.jsonl new.jsonl
expect 0 "$tool" -i fresh.idx -q old.jsonl new.jsonl
same_digest fresh.idx "$finished" "the index made after a full disk differs"
