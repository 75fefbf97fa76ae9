#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs the benchmark stoa_shapes on small tables: the eight questions find the same rows on both databases, and each
# database finds them by the index that is there for it. How long that takes is not looked at.
# Usage: shapes.sh PROGRAM
# Needs the server of STOA_TEST_POSTGRES_URL; without it, exit status 77.
set -euo pipefail
program=$1
# shellcheck disable=SC2034 # read by the script that is sourced
database=postgres
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/../examples/own_database.sh"
failures=0

fail() {
    echo "FAILED: $1"
    failures=$((failures + 1))
}

scale=0.2
"$program" --database "sqlite:///$work/shapes.db" --fill $scale --rounds 1 --any-time --out "$work/sqlite" >"$work/sqlite.told" ||
    fail "SQLite uses the indexes"
"$program" --database "$url" --fill $scale --rounds 1 --any-time --out "$work/postgres" >"$work/postgres.told" ||
    fail "PostgreSQL uses the indexes"
[ $failures -eq 0 ] || cat "$work"/*.told

names=(protocol metadata_key join sensitivity input_type count_by_protocol across_protocols cost)
for name in "${names[@]}"; do
    [ -s "$work/sqlite/$name.tsv" ] || fail "$name finds nothing"
    [ -s "$work/postgres/$name.plan" ] || fail "$name has a plan"
    cmp "$work/sqlite/$name.tsv" "$work/postgres/$name.tsv" || fail "$name differs between the databases"
    grep -Eq "^$name	[1-9][0-9]*	[0-9.]+	[0-9]+	ix_[a-z_]+$" "$work/postgres.told" || fail "$name is reported"
done
diff <(printf '%s.tsv\n' "${names[@]}" | sort) <(cd "$work/sqlite" && printf '%s\n' *.tsv | sort) || fail "there are eight questions"

# Without the index that a question needs it says so.
psql -q "$url" -c "DROP INDEX ix_capabilities_name"
if "$program" --database "$url" --rounds 1 --any-time >"$work/told"; then fail "a missing index is noticed"; fi
grep -q '^join	.*	ix_capabilities_name is not used$' "$work/told" || fail "a missing index is named"

[ $failures -eq 0 ]
