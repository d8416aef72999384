# SIGINT and SIGTERM end a run after a commit: status 130 or 143, and nothing that was read is lost.
. "$(dirname "$0")/support.sh"

make_articles a.jsonl 1 500
mkfifo pipe
for signal in INT:130 TERM:143; do
  rm -rf a.idx
  # bash starts background jobs with SIGINT ignored, which the tool would keep.
  env --default-signal=INT "$tool" -i a.idx --shards 2 --threads 1 - < pipe 2> messages &
  writer=$!
  exec 3> pipe
  cat a.jsonl >&3
  # Once its folder has a manifest the tool catches signals.
  for _ in $(seq 600); do [ -f a.idx/manifest.json ] && break; sleep 0.1; done
  kill -s "${signal%:*}" "$writer"
  cat a.jsonl >&3
  exec 3>&-
  wait "$writer"
  status=$?
  [ "$status" = "${signal#*:}" ] || { cat messages; fail "status $status after $signal"; }
  expect_message "interrupted"
  digest a.idx > /dev/null || exit 1
  expect 0 "$tool" -i a.idx -q a.jsonl
  [ "$("$tool" -i a.idx --export | wc -l)" = 500 ] || fail "articles are missing after $signal"
done
