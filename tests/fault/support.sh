# What all fault tests share: sourced with the path of dateline-index as the first argument.
set -u
tool=$1
work=$(mktemp -d)
# The folder of a failed test is kept for looking at it.
trap 'status=$?; if [ $status = 0 ] || [ $status = 77 ]; then rm -rf "$work"; else echo "kept: $work"; fi' EXIT
cd "$work" || exit 1

fail() {
  echo "FAILED: $*"
  exit 1
}

# expect STATUS COMMAND...: runs the command, its messages in the file `messages`.
expect() {
  local wanted=$1 got=0
  shift
  "$@" > output 2> messages || got=$?
  [ "$got" = "$wanted" ] || { cat messages; fail "status $got instead of $wanted: $*"; }
}

# expect_message TEXT: the last command said it.
expect_message() {
  grep -qF -- "$1" messages || { cat messages; fail "no message '$1'"; }
}

# digest INDEX: of an index that must be whole. In $(...) its failure must be passed on: || exit 1.
digest() {
  "$tool" -i "$1" --verify --json > verified 2> messages || { cat messages >&2; fail "$1 is not whole" >&2; }
  sed 's/.*"digest":"\([0-9a-f]*\)".*/\1/' verified
}

# same_digest INDEX DIGEST TEXT: fails with the text if the index is not whole or has another digest.
same_digest() {
  local found
  found=$(digest "$1") || exit 1
  [ "$found" = "$2" ] || fail "$3"
}

# make_articles FILE FIRST LAST [WORD]: articles as JSON lines, with words that differ from one to the next.
make_articles() {
  awk -v first="$2" -v last="$3" -v word="${4:-story}" 'BEGIN {
    for (n = first; n <= last; ++n) {
      text = ""
      for (i = 0; i < 120; ++i) text = text word (n * 31 + i * i * 7) % 4999 (i % 12 == 11 ? ". " : " ")
      printf "{\"id\":\"%d\",\"title\":\"Article number %d\",\"text\":\"%s\",\"people\":[\"Person %d\"],", n, n, text, n % 97
      printf "\"published\":\"2025-%02d-%02d\",\"lang\":\"en\"}\n", n % 12 + 1, n % 28 + 1
    }
  }' > "$1"
}
