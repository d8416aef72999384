# kill -9 at ten moments of a run: the index stays whole, and the next run finishes it.
. "$(dirname "$0")/support.sh"

make_articles a.jsonl 1 500
make_articles b.jsonl 251 280 changed
expect 0 "$tool" -i whole.idx --shards 2 -q a.jsonl
expect 0 "$tool" -i whole.idx -q b.jsonl
wanted=$(digest whole.idx) || exit 1

seed=${DATELINE_SEED:-$$}
RANDOM=$seed
echo "seed: $seed (set DATELINE_SEED to repeat)"
killed=0
for round in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf cut.idx
  # --memory at its least makes the run commit often; every second round starts from an index.
  [ $((round % 2)) = 0 ] && expect 0 "$tool" -i cut.idx --shards 2 --no-compact -q b.jsonl
  "$tool" -i cut.idx --shards 2 --memory 64M -q a.jsonl 2> messages &
  victim=$!
  sleep "0.$(printf %03d $((RANDOM % 600)))"
  kill -9 "$victim" 2> /dev/null && killed=$((killed + 1))
  wait "$victim" 2> /dev/null
  if [ -f cut.idx/manifest.json ]; then digest cut.idx > /dev/null || exit 1; fi
  rm -rf cut.idx/quarantine.jsonl
  expect 0 "$tool" -i cut.idx --shards 2 -q a.jsonl
  expect 0 "$tool" -i cut.idx -q b.jsonl
  # Articles of b.jsonl that came first stay under the shared key, so only fresh rounds are equal.
  if [ $((round % 2)) = 1 ]; then
    same_digest cut.idx "$wanted" "round $round: another index than without the kill"
  else
    digest cut.idx > /dev/null || exit 1
  fi
done
echo "killed in $killed of 10 rounds"
