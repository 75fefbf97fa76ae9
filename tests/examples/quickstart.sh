#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs the example quickstart and compares what it prints; in output.txt that stands between marks for the README.
# Usage: quickstart.sh PROGRAM SOURCE_DIR sqlite|postgres
set -euo pipefail
program=$1 source=$2 database=$3
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/own_database.sh"

grep -v '^-- \[' "$source/output.txt" >"$work/expected"
"$program" "$url" | diff -u "$work/expected" -
"$program" "$url" | diff -u "$work/expected" - # a second run finds its rows there
"$program" | diff -u "$work/expected" -                   # in memory
