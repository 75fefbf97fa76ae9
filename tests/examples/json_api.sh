#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Lets the example json_api ask itself, and compares the answers.
# Usage: json_api.sh PROGRAM SOURCE_DIR sqlite|postgres
set -euo pipefail
program=$1 source=$2 database=$3
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/own_database.sh"

DATABASE_URL=$url "$program" --try | diff -u "$source/output.txt" -
if "$program" 70000 2>"$work/errors"; then exit 1; fi
grep -qx 'there is no such port' "$work/errors"
