#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Benchmarks of the release build: the connection layer by itself, then conversations with the real server over an
# empty data folder and the offline model.
#   tests/bench/run.sh [--seconds 5] [--connections 64] [--chat-connections 16]
# Figures of different runs compare only on the same quiet machine; the server's CPU time is the steadier one.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=${BENCH_BIN:-$root/build/release/bin}
seconds=5
connections=64
chat_connections=64
while [ $# -gt 0 ]; do
    case "$1" in
    --seconds) seconds=$2; shift 2 ;;
    --connections) connections=$2; shift 2 ;;
    --chat-connections) chat_connections=$2; shift 2 ;;
    *) echo "usage: tests/bench/run.sh [--seconds N] [--connections N] [--chat-connections N]" >&2; exit 2 ;;
    esac
done

data=$(mktemp -d)
server=
stop() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
        server=
    fi
}
trap 'stop; rm -rf "$data"' EXIT

# start PATTERN COMMAND...: runs it and sets url to the address it prints after PATTERN.
start() {
    local pattern=$1
    shift
    "$@" >"$data/out" 2>"$data/err" &
    server=$!
    url=
    for _ in $(seq 100); do
        url=$(sed -n "s|^${pattern}\(http://[^ ]*\)\$|\1|p" "$data/out")
        [ -n "$url" ] && return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "bench: $1 did not start:" >&2
    cat "$data/err" >&2
    exit 1
}

# Clock ticks the server has used so far: user and system time.
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }

# load TITLE WRK-ARGUMENTS...
load() {
    local title=$1 before after
    shift
    echo
    echo "== $title"
    before=$(ticks)
    wrk -t1 -d"${seconds}s" "$@" | grep -vE '^(Running|  [0-9]+ threads)'
    after=$(ticks)
    awk -v used=$((after - before)) -v hertz="$(getconf CLK_TCK)" \
        'BEGIN {printf "server CPU       %.2f s\n", used / hertz}'
}

if [ -x "$bin/bench_http_server" ]; then
    start "" env QT_NO_GLIB=1 "$bin/bench_http_server"
    load "connection layer: GET, 55 bytes of JSON" -c"$connections" --latency "$url/hello"
    stop
fi

if [ -x "$bin/chatcal-server" ]; then
    start "listening on " env -u REDIS_URL -u CALDAV_URL -u SMTP_SERVER CHATCAL_LLM=offline \
        "$bin/chatcal-server" --data-dir "$data/server" --listen 127.0.0.1:0
    load "GET /health/live" -c"$connections" --latency "$url/health/live"
    load "POST /chat, conversations of four turns" -c"$chat_connections" -s "$root/tests/bench/chat.lua" "$url" -- kept
    load "POST /chat, a new conversation each time" -c"$chat_connections" -s "$root/tests/bench/chat.lua" "$url" -- new
    stop
fi

if [ -x "$bin/bench_engine" ]; then
    echo
    echo "== parts of a turn"
    "$bin/bench_engine"
fi

if [ -x "$bin/bench_reading" ]; then
    echo
    echo "== reading, by the length of the text"
    "$bin/bench_reading"
fi

if [ -x "$bin/bench_memory" ]; then
    echo
    echo "== memory over a million turns of the offline model"
    "$bin/bench_memory"
fi
