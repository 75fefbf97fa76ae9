#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs a program of the guide, which checks itself, and compares the SQL it prints with what the guide shows.
# Usage: guide.sh PROGRAM SOURCE_DIR sqlite|postgres
# When the SQL has changed on purpose: PROGRAM --sql sqlite >examples/guide/<page>.sqlite.sql, the same for postgres,
# then tools/check_docs.py --update.
set -euo pipefail
program=$1 source=$2 database=$3
page=$(basename "$program")
page=${page#guide_}

"$program" --sql "$database" | diff -u "$source/$page.$database.sql" -
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/own_database.sh"
DATABASE_URL=$url "$program"
