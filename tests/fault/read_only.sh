# Folders that may not be written: status 7 for writers, and readers work.
. "$(dirname "$0")/support.sh"

make_articles a.jsonl 1 5
expect 0 "$tool" -i a.idx -q a.jsonl
before=$(digest a.idx) || exit 1

# The superuser may write anywhere; a file in the place of a folder stops everybody.
touch plain
expect 7 "$tool" -i plain/b.idx -q a.jsonl
expect_message "cannot make the folder"
expect 7 "$tool" -i plain -q a.jsonl
mkdir other && touch other/letter.txt
expect 7 "$tool" -i other -q a.jsonl
expect_message "is not a Dateline index"
expect 7 "$tool" -i a.idx -q --quarantine none/q.jsonl a.jsonl
expect 7 "$tool" -i a.idx -q --summary none/s.json a.jsonl
same_digest a.idx "$before" "the index has changed"
if [ -c /dev/full ]; then
  expect 7 bash -c '"$1" -i a.idx --export > /dev/full' full "$tool"
  expect_message "standard output"
fi

if [ "$(id -u)" = 0 ]; then
  echo "the rest is skipped: the superuser may write in read-only folders"
  exit 0
fi
chmod -R a-w a.idx
expect 7 "$tool" -i a.idx -q a.jsonl
expect_message "Permission denied"
same_digest a.idx "$before" "the index has changed"
expect 0 "$tool" -i a.idx --stats
chmod -R u+w a.idx
