#!/bin/sh
# make_archive.sh TOOL INDEX SAMPLE: a new index of the sample archive for all cases that only ask.
set -eu
rm -rf "$2"
exec "$1" -i "$2" -q --threads 2 --shards 2 "$3"
