#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs the example package_catalogue and compares what it prints and keeps.
# Usage: package_catalogue.sh PROGRAM SOURCE_DIR sqlite|postgres
# On PostgreSQL it works in a schema of its own in the database of STOA_TEST_POSTGRES_URL; without it, exit status 77.
set -u
program=$1 source=$2 database=$3
sample=$source/sample.status
work=$(mktemp -d)
failures=0
unset DATABASE_URL

case $database in
sqlite)
    url=sqlite:///$work/catalogue.db
    dump() { sqlite3 "$work/catalogue.db" .dump; }
    sql() { sqlite3 "$work/catalogue.db" "$1"; }
    clean_up() { rm -rf "$work"; }
    ;;
postgres)
    server=${STOA_TEST_POSTGRES_URL:-}
    if [ -z "$server" ]; then
        echo "skipped: STOA_TEST_POSTGRES_URL is not set"
        exit 77
    fi
    schema=stoa_package_catalogue_$$
    case $server in *\?*) joint='&' ;; *) joint='?' ;; esac
    url="$server${joint}options=-csearch_path%3D$schema"
    tables="sections maintainers packages dependencies"
    dump() { for each in $tables; do psql -qAt "$url" -c "SELECT * FROM $each ORDER BY 1, 2"; done; }
    sql() { psql -qAt "$url" -c "$1"; }
    clean_up() {
        psql -q "$server" -c "SET client_min_messages = warning; DROP SCHEMA IF EXISTS $schema CASCADE"
        rm -rf "$work"
    }
    psql -q "$server" -c "CREATE SCHEMA $schema" || exit 1
    ;;
esac
trap clean_up EXIT

run() { "$program" --database "$url" "$@"; }

# check SENTENCE COMMAND...: the command must succeed.
check() {
    local sentence=$1
    shift
    if "$@"; then
        echo "ok: $sentence"
    else
        echo "FAILED: $sentence"
        failures=$((failures + 1))
    fi
}

same() { [ "$1" = "$2" ] || { printf 'expected: %s\nfound:    %s\n' "$2" "$1"; return 1; }; }
has_line() { grep -Fqx -- "$2" "$1"; }
has_text() { grep -Fq -- "$2" "$1"; }

### answers

run --input "$sample" >"$work/first" 2>"$work/first.err"
check "the sample is loaded" same $? 0
sed '/^database: /d' "$work/first" >"$work/answers"
check "the answers are as expected" diff -u "$source/sample.expected" "$work/answers"
check "the last line names the database" grep -q '^database: ' <(tail -n 1 "$work/first")
check "a progress bar is shown" has_text "$work/first.err" '****'
dump >"$work/before"

### a second run

run --input "$sample" >"$work/second" 2>/dev/null
check "a second run gives the same answers" cmp "$work/first" "$work/second"
dump >"$work/after"
check "a second run changes nothing" cmp "$work/before" "$work/after"

sed 's/$/\r/' "$sample" >"$work/crlf"
run --input "$work/crlf" >"$work/second" 2>/dev/null
dump >"$work/after"
check "line ends do not matter" cmp "$work/before" "$work/after"

DATABASE_URL=$url "$program" --input "$sample" >"$work/second" 2>/dev/null
check "DATABASE_URL is honoured" cmp "$work/first" "$work/second"

### questions

run --input "$sample" --package cart >"$work/cart" 2>/dev/null
check "--package answers for that package" has_text "$work/cart" 'Direct dependencies of cart'
check "--package shows alternatives" has_text "$work/cart" '  or        systemd-like-sysusers'
run --input "$sample" --package nothing >"$work/nothing" 2>/dev/null
check "a package that is not there is no error" same $? 0
check "a package that is not there is said not to be" has_text "$work/nothing" "no package called 'nothing'"

run --input "$sample" needs cart >"$work/needs" 2>/dev/null
check "needs succeeds" same $? 0
check "needs follows dependencies" diff -u "$source/sample.needs" "$work/needs"
check "needs finds what a query by hand finds" same "$(sed '1,3d; /^$/d; s/^ *\([^ ]*\).*/\1/' "$work/needs" | sort -u | tr '\n' ' ')" \
    "$(sql "WITH RECURSIVE n(name) AS (
        SELECT name FROM packages WHERE name = 'cart' UNION SELECT d.target FROM n JOIN packages p ON p.name = n.name JOIN dependencies d
        ON d.package_id = p.id AND d.kind IN ('depends', 'pre_depends'))
        SELECT name FROM n WHERE name <> 'cart'" | sort -u | tr '\n' ' ')"
run ranking --input "$sample" >"$work/ranking" 2>/dev/null
check "ranking shows the largest of each section" diff -u "$source/sample.ranking" "$work/ranking"
run --input "$sample" needs >/dev/null 2>&1
check "needs wants a name" test $? -ne 0

### its statements, none of which has to run for that

run verify >"$work/verified"
check "every statement of the program fits the database" same $? 0
check "there are many" grep -Eq '^[1-9][0-9] statements, 0 mismatches$' "$work/verified"
sql "ALTER TABLE packages RENAME COLUMN installed_size TO size"
run verify >"$work/verified"
check "a column that is not there is noticed" same $? 1
check "every statement with that column is listed" same "$(grep -c '^the statement: .*installed_size' "$work/verified")" \
    "$(grep -c '^  statement: .*installed_size' "$work/verified")"
sql "ALTER TABLE packages RENAME COLUMN size TO installed_size"

### malformed input: each on top of a good first paragraph, which must not stay

# refuse TEXT LINE REASON: an input with that text (escapes as in printf) must be refused in that line for that reason.
refuse() {
    local bad=$work/bad.status status
    printf 'Package: intruder\nArchitecture: all\nVersion: 1\n\n%b' "$1" >"$bad"
    run --input "$bad" >"$work/bad.out" 2>"$work/bad.err"
    status=$?
    check "$3: exit status 1" same $status 1
    check "$3: file, line and reason" has_line "$work/bad.err" "$bad:$2: $3"
    check "$3: no answers" same "$(wc -c <"$work/bad.out")" 0
    dump >"$work/after"
    check "$3: the database is as before" cmp "$work/before" "$work/after"
}
good='Package: a\nArchitecture: all\nVersion: 1\n'

refuse "${good}nonsense\n" 8 "expected a field, 'Name: value'"
refuse "${good}two words: x\n" 8 "'two words' cannot be the name of a field"
refuse "${good}: x\n" 8 "'' cannot be the name of a field"
refuse "${good}\n x\n" 9 "a continuation line without a field above it"
refuse "${good}version: 2\n" 8 "the field 'version' stands twice in one paragraph"
refuse "${good}Homepage: \377\n" 8 "this is not UTF-8 text"
refuse "${good}Homepage: \0\n" 8 "this is not UTF-8 text"
refuse "Architecture: all\nVersion: 1\n" 5 "a package without the field 'Package'"
refuse "Package: a\nArchitecture: all\n" 5 "a package without the field 'Version'"
refuse "Package: a b\n" 5 "Package: 'a b' is not a name"
refuse "${good}Installed-Size: 12 kB\n" 8 "Installed-Size: '12 kB' is not a size in KiB"
refuse "${good}Installed-Size: -1\n" 8 "Installed-Size: '-1' is not a size in KiB"
refuse "${good}Installed-Size: 9223372036854775808\n" 8 "Installed-Size: '9223372036854775808' is not a size in KiB"
refuse "${good}Status: install ok sleeping\n" 8 "Status: 'install ok sleeping' is not a status of dpkg"
refuse "${good}Depends: b (>= 1\n" 8 "Depends: expected ')', but the field ends"
refuse "${good}Depends: b (~ 1)\n" 8 "Depends: expected one of << <= = >= >>, but found '~ 1)'"
refuse "${good}Depends: b (=> 1)\n" 8 "Depends: '=>' is not one of << <= = >= >>"
refuse "${good}Depends: b,\n c |\n , d\n" 10 "Depends: expected the name of a package, but found ', d'"
refuse "${good}Depends: b c\n" 8 "Depends: expected ',' or '|', but found 'c'"
refuse "${good}\n${good}" 9 "the package 'a' stands twice in this file"

: >"$work/empty"
run --input "$work/empty" >/dev/null 2>"$work/bad.err"
check "an empty file is refused" same $? 1
check "an empty file is refused with a reason" has_line "$work/bad.err" "$work/empty:1: there is no package in this file"
run --input "$work/absent" >/dev/null 2>"$work/bad.err"
check "a file that is not there is refused" same $? 1
check "a file that is not there is named" has_text "$work/bad.err" "$work/absent"
run --input "$work" >/dev/null 2>"$work/bad.err"
check "a directory is refused" same $? 1
dump >"$work/after"
check "after all refusals the database is as before" cmp "$work/before" "$work/after"

### another input

awk 'BEGIN { RS = ""; ORS = "\n\n" } NR <= 3' "$sample" | sed 's/^Suggests: pebble-doc, .*/Suggests: pebble-doc/' >"$work/less"
run --input "$work/less" >"$work/second" 2>/dev/null
check "packages that have gone are deleted" has_line "$work/second" "packages: 3"
check "dependencies that have gone are deleted" same "$(sql 'SELECT count(*) FROM dependencies')" 11

### a crash in the middle of a load: the program reads half of a large file from a pipe, and is killed while it waits

for i in $(seq 100); do
    sed "s/^Package: .*/&-$i/" "$sample"
done >"$work/large"
size=$(wc -c <"$work/large")
dump >"$work/before"
mkfifo "$work/pipe"
"$program" --database "$url" --input "$work/pipe" >/dev/null 2>&1 &
victim=$!
exec 3<>"$work/pipe" # for both, so that a program that has ended already blocks nobody
timeout 60 head -c $((size / 2)) "$work/large" >&3 # returns when all but a pipe's capacity has been read
check "half of a large file is read" same $? 0
{ kill -9 $victim && wait $victim; } 2>/dev/null # without bash's word about it
exec 3>&-
if [ "$database" = sqlite ]; then
    check "after a crash the file is sound" same "$(sql 'PRAGMA integrity_check')" ok
fi
dump >"$work/after"
check "a crash leaves the database as before" cmp "$work/before" "$work/after"
run --input "$work/large" >"$work/second" 2>/dev/null
check "the run after a crash completes" has_line "$work/second" "packages: 2600"

### the script of the tables

"$program" --ddl "$database" >"$work/ddl"
check "--ddl succeeds" same $? 0
for each in sections maintainers packages dependencies; do
    check "--ddl creates $each" grep -Eq "^CREATE TABLE \"?$each\"?" "$work/ddl"
done
if [ "$database" = sqlite ]; then
    check "--ddl is understood by the database's own shell" sqlite3 -bail "$work/fresh.db" ".read $work/ddl"
else
    check "--ddl is understood by the database's own shell" psql -q -v ON_ERROR_STOP=1 "$url" -o "$work/psql.out" \
        -c "SET client_min_messages = warning" -c "DROP SCHEMA $schema CASCADE" -c "CREATE SCHEMA $schema" -f "$work/ddl"
fi
"$program" --ddl oracle >/dev/null 2>&1
check "--ddl refuses a database it does not know" test $? -ne 0

echo "$failures failed"
[ "$failures" -eq 0 ]
