# What every cmd of tests/cli/cases may use. Sourced by tests/cli/run, in an empty folder, with
#   dateline-index, dateline-query  on PATH
#   $SAMPLE    the folder corpus/sample          $ARCHIVE  an index of it, shared: never written to
#   $CASE_DIR  the folder of the case

# try COMMAND...: writes the command and its status around its messages, so that expected.err reads
# like a session. The names of the shared folders are normalised by the runner.
try() {
  local status=0
  printf '$' >&2
  printf ' %s' "${@@Q}" >&2
  printf '\n' >&2
  "$@" || status=$?
  echo "status $status" >&2
  return 0
}

# query ARGUMENT...: asks the shared index.
query() {
  dateline-query -i "$ARCHIVE" "$@"
}

# article ID TITLE TEXT [MORE]: one article as a JSON line; MORE is put in as it is: ,"lang":"de"
article() {
  printf '{"id":"%s","title":"%s","text":"%s","published":"2025-10-16"%s}\n' "$1" "$2" "$3" "${4:-}"
}
