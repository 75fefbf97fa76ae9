# SPDX-License-Identifier: BSL-1.0
# shellcheck shell=bash
# Sourced with $database, sqlite or postgres: sets $work, a temporary directory, and $url, an empty database; both are
# gone when the script ends. On PostgreSQL the database is a schema of its own in that of STOA_TEST_POSTGRES_URL;
# without it the script ends with status 77.
unset DATABASE_URL
work=$(mktemp -d)
case ${database:?} in
sqlite)
    url=sqlite:///$work/example.db
    trap 'rm -rf "$work"' EXIT
    ;;
postgres)
    if [ -z "${STOA_TEST_POSTGRES_URL:-}" ]; then
        echo "skipped: STOA_TEST_POSTGRES_URL is not set"
        rm -rf "$work"
        exit 77
    fi
    schema=stoa_example_$$
    case $STOA_TEST_POSTGRES_URL in *\?*) joint='&' ;; *) joint='?' ;; esac
    # shellcheck disable=SC2034 # used by the script that sources this one
    url="$STOA_TEST_POSTGRES_URL${joint}options=-csearch_path%3D$schema%2Cpublic"
    drop="SET client_min_messages = warning; DROP SCHEMA IF EXISTS $schema CASCADE"
    trap 'psql -q "$STOA_TEST_POSTGRES_URL" -c "$drop"; rm -rf "$work"' EXIT
    psql -q "$STOA_TEST_POSTGRES_URL" -c "CREATE SCHEMA $schema" || exit 1
    # An extension is one for all schemas, and would go with the one that happened to create it.
    psql -qAt "$STOA_TEST_POSTGRES_URL" -c "SET client_min_messages = warning; SELECT pg_advisory_lock(7364)" \
        -c "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public" >/dev/null || exit 1
    ;;
esac
