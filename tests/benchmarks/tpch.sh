#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs the benchmark stoa_tpch on generated data: all 22 queries give the same on SQLite and on PostgreSQL, and what
# queries written by hand (tpch/q01.sql to q22.sql) give when psql runs them over the same rows.
# Usage: tpch.sh PROGRAM
# Needs the server of STOA_TEST_POSTGRES_URL; without it, exit status 77.
set -euo pipefail
program=$1
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck disable=SC2034 # read by the script that is sourced
database=postgres
# shellcheck source=tests/examples/own_database.sh
. "$here/../examples/own_database.sh"
file=sqlite:///$work/tpch.db
failures=0

fail() {
    echo "FAILED: $1"
    failures=$((failures + 1))
}

### the answers

"$program" --generate "$work/data" --scale 0.001
"$program" --database "$file" --load "$work/data" --out "$work/sqlite"
"$program" --database "$url" --load "$work/data" >"$work/loaded"
"$program" --database "$url" --out "$work/postgres"

# Quotients and means are doubles here and numeric in the queries by hand, which keeps 16 digits or more. A double is
# within 2^-53 of what it stands for, and these are made by at most four operations on such numbers, so that a few
# units of 1e-16 are the most they can be off; 1e-12 leaves room and still tells every wrong row. All else is equal.
declare -A doubles=([q01]='7,8,9' [q08]=2 [q14]=1 [q17]=1)

# same EXPECTED FOUND COLUMNS: the same rows, up to the last digits of doubles in these columns.
same() {
    awk -F '\t' -v columns="$3" '
        BEGIN { n = split(columns, list, ","); for (i = 1; i <= n; ++i) is_double[list[i]] = 1 }
        function differs(a, b, column) {
            if (!(column in is_double)) return a "" != b ""
            return a !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ || (a - b > 0 ? a - b : b - a) > 1e-12 * (b < 0 ? -b : b)
        }
        NR == FNR { expected[FNR] = $0; rows = FNR; next }
        {
            n = split(expected[FNR], wanted, "\t")
            bad = FNR > rows || n != NF
            for (i = 1; i <= NF && !bad; ++i) bad = differs($i, wanted[i], i)
            if (bad) { print "row " FNR ": expected: " expected[FNR]; print "row " FNR ": found:    " $0; wrong = 1 }
            last = FNR
        }
        END { if (last != rows) print last + 0 " rows instead of " rows; exit wrong || last != rows }' "$1" "$2"
}

for query in "$here"/tpch/q*.sql; do
    name=$(basename "$query" .sql)
    psql -qAtX -F $'\t' -P null='\N' -v ON_ERROR_STOP=1 "$url" -f "$query" >"$work/$name.expected"
    [ -s "$work/postgres/$name.tsv" ] || fail "$name finds nothing"
    if grep -q '\\N' "$work/postgres/$name.tsv"; then fail "$name finds NULL"; fi
    same "$work/$name.expected" "$work/postgres/$name.tsv" "${doubles[$name]-}" || fail "$name is not what psql finds"
    cmp "$work/postgres/$name.tsv" "$work/sqlite/$name.tsv" || fail "$name differs between the databases"
done
diff <(printf 'q%02d.tsv\n' {1..22}) <(ls "$work/sqlite") || fail "the answers are q01.tsv to q22.tsv"

"$program" --database "$file" --out "$work/some" --queries 6,22 >"$work/ran"
diff <(printf 'q06.tsv\nq22.tsv\n') <(ls "$work/some") || fail "--queries chooses"
cmp "$work/some/q06.tsv" "$work/sqlite/q06.tsv" || fail "a second run finds the same"

### the data

"$program" --generate "$work/again" --scale 0.001
diff -r "$work/data" "$work/again" || fail "the same data are generated every time"
for table in region nation part supplier partsupp customer orders lineitem; do
    rows=$(wc -l <"$work/data/$table.tbl")
    psql -qAtX "$url" -c "SELECT count(*) FROM $table" | grep -qx "$rows" || fail "all of $table is loaded"
    grep -Eq "^$table +$rows rows" "$work/loaded" || fail "the rows of $table are reported"
done

### what is refused: nothing of it stays in the database

# refuse FILE LINE TEXT REASON: with that text in that line, loading fails for that reason.
refuse() {
    local fresh=$work/fresh.db status=0
    rm -rf "$work/bad" "$fresh"
    cp -r "$work/data" "$work/bad"
    awk -v line="$2" -v text="$3" 'NR == line { print text; next } { print }' "$work/data/$1" >"$work/bad/$1"
    "$program" --database "sqlite:///$fresh" --load "$work/bad" >/dev/null 2>"$work/message" || status=$?
    [ $status -eq 1 ] || fail "$4: exit status 1"
    grep -Fq -- "stoa_tpch: $work/bad/$1:$2: $4" "$work/message" || { fail "$4: file, line and reason"; cat "$work/message"; }
    [ -z "$(sqlite3 "$fresh" "SELECT name FROM sqlite_schema")" ] || fail "$4: the database is as before"
}

refuse nation.tbl 3 '2|BRAZIL|1|' "4 values are expected, each with a '|' behind it, and there are 3"
refuse nation.tbl 3 '2|BRAZIL|1|bold|calm|' "4 values are expected, each with a '|' behind it, and there are 5"
refuse nation.tbl 25 '' "4 values are expected, each with a '|' behind it, and there are 1"
refuse nation.tbl 3 'two|BRAZIL|1|bold|' "n_nationkey: 'two' is not a whole number of 64 bits"
refuse partsupp.tbl 2 '1|10|5000000000|1.00|bold|' "ps_availqty: '5000000000' is not a whole number of 32 bits"
refuse customer.tbl 1 '1|a|b|5|15-1|1.005|c|d|' "c_acctbal: '1.005' is not a decimal of 15 digits, two of them behind the point"
refuse orders.tbl 7 '7|1|O|1.00|1995-02-29|a|b|0|c|' "o_orderdate: '1995-02-29' is not a date, YYYY-MM-DD"
refuse region.tbl 1 $'0|AFRICA\xff|bold|' "r_name: '"
refuse nation.tbl 1 '1|ALGERIA|0|bold|' "this row or one of the 24 behind it was refused: "

sed 's/|$//' "$work/data/region.tbl" >"$work/bad/region.tbl"
cp "$work/data/nation.tbl" "$work/bad/nation.tbl"
rm "$work/bad/part.tbl"
"$program" --database "sqlite:///$work/other.db" --load "$work/bad" >"$work/loaded" 2>"$work/message" && fail "a missing file is refused"
grep -q '^region  *5 rows' "$work/loaded" || fail "the last '|' of a line may be missing"
grep -Fq "$work/bad/part.tbl" "$work/message" || fail "the missing file is named"

"$program" --database "$file" --load "$work/data" >/dev/null 2>"$work/message" && fail "what exists was created again"
grep -q 'already exists' "$work/message" || fail "tables that exist are refused"
"$program" --database "$file" --out "$work/some" --queries 23 >/dev/null 2>&1 && fail "a query that is not there is refused"
"$program" --database "$file" >/dev/null 2>&1 && fail "something must be asked for"

[ "$failures" -eq 0 ]
