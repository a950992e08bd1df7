#!/bin/sh
# feed.sh PURPOSE [more of `abide audience`]: asks Abide who may be used for a purpose, and puts it into the database.
# The connection comes from PGHOST, PGDATABASE … (or PGSERVICE); ABIDE_SETTINGS names abide.toml.
set -eu
purpose=$1
shift
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
asked_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# into a file first: an audience that breaks off ends here, and what is in the database stays until it is too old
abide audience "$purpose" --json --settings "${ABIDE_SETTINGS:-abide.toml}" "$@" > "$lines"
psql -qX -v purpose="$purpose" -v asked_at="$asked_at" -f "$(dirname "$0")/feed.sql" < "$lines"
