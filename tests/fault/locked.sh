# Two writers of one index: the second is told who holds it.
. "$(dirname "$0")/support.sh"

make_articles a.jsonl 1 5
mkfifo pipe
"$tool" -i a.idx -q - < pipe 2> first_messages &
holder=$!
exec 3> pipe
for _ in $(seq 600); do [ -f a.idx/manifest.json ] && break; sleep 0.1; done
expect 5 "$tool" -i a.idx -q a.jsonl
expect_message "process $holder on "
expect_message "--wait SECONDS"
for mode in "--compact" "--remove @abcd" "--restore @abcd"; do
  # shellcheck disable=SC2086 # the mode and its id are two words
  expect 5 "$tool" -i a.idx $mode
done
# Readers do not lock.
expect 0 "$tool" -i a.idx --stats
expect 0 "$tool" -i a.idx --export
# With --wait the second run takes over when the first is done.
# Without 3>&- the waiting run would itself hold the pipe open.
"$tool" -i a.idx -q --wait 60 a.jsonl 2> messages 3>&- &
waiter=$!
exec 3>&-
wait "$holder" || fail "the first run failed"
wait "$waiter" || { cat messages; fail "the waiting run failed"; }
[ "$("$tool" -i a.idx --export | wc -l)" = 5 ] || fail "articles are missing"
