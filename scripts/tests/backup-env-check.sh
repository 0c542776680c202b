#!/bin/sh
# Walks the packaged application through the states .env can be in, and prints one JSON document: for each case the HTTP
# status, code and message of a backup, and whether they were as expected. Exit status 0 only if all were.
#
# Starts nothing but the application, on a free port, in a temporary project root. Needs curl, and the jar that
# "./mvnw package" makes; another one may be named as the first argument.
set -eu
top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)

fail() {
    echo "backup-env-check: $1" >&2
    printf '{"cases": [], "error": "%s", "all_expected": false}\n' "$1"
    exit 2
}

jar=${1:-$(find "$top/target" -maxdepth 1 -name 'graph-tracker-*.jar' 2>/dev/null)}
[ -f "$jar" ] || fail "there is no packaged application, or more than one; run ./mvnw clean package first"
command -v curl >/dev/null || fail "curl is needed"
# mvnw knows where a JDK is that is new enough, and Maven says which one it runs on
java_home=$("$top/mvnw" -v | sed -n 's/^Java version:.*runtime: //p')
[ -x "$java_home/bin/java" ] || fail "mvnw found no JDK"

root=$(mktemp -d "${TMPDIR:-/tmp}/backup-env-check.XXXXXX")
pid=
clean_up() {
    [ -z "$pid" ] || { kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; } || true
    rm -rf "$root"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# the variables of whoever runs this must not decide the outcome
unset BACKUPS_DIR DATABASE_URL ALLOWED_HOSTS SERVER_ADDRESS SERVER_PORT || true
GRAPH_TRACKER_HOME=$root "$java_home/bin/java" -jar "$jar" --server.port=0 >"$root/log" 2>&1 &
pid=$!

port=
tries=0
while [ -z "$port" ]; do
    kill -0 "$pid" 2>/dev/null || { cat "$root/log" >&2; fail "the application did not start"; }
    [ "$tries" -lt 120 ] || { cat "$root/log" >&2; fail "the application did not start within a minute"; }
    tries=$((tries + 1))
    sleep 0.5
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$root/log")
done

all_expected=true
separator=

# member NAME: the JSON text of a member of the last answer, "" if it has none. Values are passed on as they are encoded.
member() {
    found=$(sed -nE "s/.*\"$1\":(\"([^\"\\\\]|\\\\.)*\").*/\\1/p" "$root/answer")
    printf '%s' "${found:-\"\"}"
}

# check CASE EXPECTED_STATUS EXPECTED_CODE: one backup, and how it was answered
check() {
    rm -f "$root/answer"
    status=$(curl -s -o "$root/answer" -w '%{http_code}' --max-time 60 -X POST \
        "http://127.0.0.1:$port/api/v1/settings/backup-db") || status=0
    [ -f "$root/answer" ] || : >"$root/answer"
    code=$(member code)
    expected=true
    if [ "$status" != "$2" ] || [ "$code" != "\"$3\"" ]; then
        expected=false
        all_expected=false
    fi
    printf '%s\n    {"case": "%s", "status": %s, "code": %s, "message": %s, "expected": %s}' \
        "$separator" "$1" "$status" "$code" "$(member message)" "$expected"
    separator=,
}

env_file() {
    printf '%s\n' "$1" >"$root/.env"
}

printf '{\n  "cases": ['
check 'no .env' 400 env_file_missing
env_file 'OTHER=1'
check 'BACKUPS_DIR absent' 400 backups_dir_missing
env_file 'BACKUPS_DIR='
check 'BACKUPS_DIR empty' 400 backups_dir_empty
env_file 'BACKUPS_DIR="   "'
check 'BACKUPS_DIR blank' 400 backups_dir_empty
env_file 'BACKUPS_DIR="backups'
check 'quote not closed' 400 env_file_invalid
: >"$root/a-file"
env_file 'BACKUPS_DIR=a-file'
check 'BACKUPS_DIR is a file' 400 backups_dir_unusable
env_file 'BACKUPS_DIR=~/backups'
check 'BACKUPS_DIR begins with ~' 400 backups_dir_unusable
env_file 'BACKUPS_DIR=s3://bucket/backups'
check 'BACKUPS_DIR is an address' 400 backups_dir_unusable
env_file 'BACKUPS_DIR=nas:/export'
check 'BACKUPS_DIR is on another machine' 400 backups_dir_unusable
env_file 'BACKUPS_DIR=“backups”'
check 'BACKUPS_DIR in curly quotes' 400 backups_dir_unusable
rm "$root/.env"
mkfifo "$root/.env"
check '.env is a pipe' 400 env_file_invalid
rm "$root/.env"
env_file 'export BACKUPS_DIR="more backups" # a comment'
check 'export, quotes and a comment' 200 ''
env_file 'BACKUPS_DIR=backups'
check 'good folder' 200 ''
count=$(find "$root/backups" -name 'graph_tracker_*.sqlite' 2>/dev/null | wc -l | tr -d ' ')
[ "$count" = 1 ] || all_expected=false
printf '\n  ],\n  "backups_in_the_good_folder": %s,\n  "all_expected": %s\n}\n' "$count" "$all_expected"
[ "$all_expected" = true ]
