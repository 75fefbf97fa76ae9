#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs an example without a script of its own and compares what it prints with its output.txt.
# Usage: output.sh PROGRAM SOURCE_DIR sqlite|postgres
set -euo pipefail
program=$1 source=$2 database=$3
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/own_database.sh"

DATABASE_URL=$url "$program" | diff -u "$source/output.txt" -
DATABASE_URL=$url "$program" | diff -u "$source/output.txt" - # a second run finds its rows there
"$program" | diff -u "$source/output.txt" -                   # in memory
