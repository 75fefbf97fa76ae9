#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs the example reference_schemas, compares its scripts with those in tests/golden/reference/, and hands them to the
# database's own shell: they load into an empty database, drop all of it, and load again.
# Usage: reference_schemas.sh PROGRAM SOURCE_DIR sqlite|postgres
# With STOA_UPDATE_GOLDEN=1 the files of that database in tests/golden/reference/ are written instead of compared.
set -euo pipefail
program=$1 database=$3
golden=$(cd "$(dirname "$0")/../golden/reference" && pwd)
# shellcheck source=tests/examples/own_database.sh
. "$(dirname "$0")/own_database.sh"

### the program

schemas="drift_monitor resource_governance security_api capture_analyser ingestion_service"
"$program" >"$work/summary"
DATABASE_URL=$url "$program" | diff -u "$work/summary" - # drops what it has made, for what follows
# shellcheck disable=SC2086 # one word each
diff -u <(printf '%s\n' $schemas) <(sed 's/:.*//' "$work/summary")
"$program" --write "$work/new/scripts"

### its scripts as text

for schema in $schemas; do
    for part in sql drop.sql report.txt; do
        file=$schema.$database.$part
        if [ "${STOA_UPDATE_GOLDEN:-0}" = 1 ]; then
            cp "$work/new/scripts/$file" "$golden/$file"
        else
            diff -u "$golden/$file" "$work/new/scripts/$file"
        fi
    done
done

### its scripts in the database

case $database in
sqlite)
    load() { sqlite3 -bail "$work/example.db" "PRAGMA foreign_keys = ON" ".read $1"; }
    names() { sqlite3 "$work/example.db" "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"; }
    ;;
postgres)
    load() { psql -q -v ON_ERROR_STOP=1 "$url" -c "SET client_min_messages = warning" -f "$1"; }
    names() {
        psql -qAt "$url" -c "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
            WHERE nspname = current_schema() AND relkind IN ('r', 'i', 'v', 'm') ORDER BY relname COLLATE \"C\""
    }
    ;;
esac

for schema in $schemas; do
    creation=$work/new/scripts/$schema.$database.sql
    removal=$work/new/scripts/$schema.$database.drop.sql
    load "$creation"
    names >"$work/first"
    # Every table, view and index that the script speaks of is there.
    sed -nE 's/^CREATE (TABLE|VIEW|MATERIALIZED VIEW|INDEX|UNIQUE INDEX) "([^"]*)".*/\2/p' "$creation" | sort >"$work/wanted"
    comm -23 "$work/wanted" <(sort "$work/first") | diff -u /dev/null -
    if load "$creation" >"$work/refusal" 2>&1; then
        echo "$schema: what exists was created again"
        exit 1
    fi
    load "$removal"
    names | diff -u /dev/null -
    load "$removal" # of what is not there
    load "$creation"
    names | diff -u "$work/first" -
    load "$removal"
    echo "ok: $schema"
done
