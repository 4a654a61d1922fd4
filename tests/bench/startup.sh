#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long the desktop takes to start and what it costs, each on a display, a session bus and a home of its own: quick
# booking alone, the agenda without the chat, all of it, and all of it doing nothing for a minute.
#   tests/bench/startup.sh [--runs 7] [--idle 60]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=${BENCH_BIN:-$root/build/release/bin}
runs=7
idle=60
while [ $# -gt 0 ]; do
    case "$1" in
    --runs) runs=$2; shift 2 ;;
    --idle) idle=$2; shift 2 ;;
    *) echo "usage: tests/bench/startup.sh [--runs N] [--idle SECONDS]" >&2; exit 2 ;;
    esac
done
unset CHATCAL_HOST_TOKEN CHATCAL_TOKEN XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME QT_QPA_PLATFORM
[ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1 # Chromium's own sandbox refuses root
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure TITLE CHAT OPTIONS-OF-BENCH... -- ARGUMENTS...
measure() {
    local title=$1 chat=$2 options=()
    shift 2
    while [ "$1" != -- ]; do options+=("$1"); shift; done
    shift
    rm -rf "$work/home"
    mkdir -p "$work/home/run" "$work/home/.config/ChatCal"
    chmod 700 "$work/home/run"
    printf '[firstStart]\ndone=true\n\n[window]\nchat=%s\n' "$chat" >"$work/home/.config/ChatCal/chatcal.conf"
    printf '\n== %s\n' "$title"
    HOME=$work/home XDG_RUNTIME_DIR=$work/home/run xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session -- \
        "$bin/bench_startup" "${options[@]}" -- "$bin/chatcal" --data-dir "$work/home/data" "$@" 2>/dev/null
}

measure "quick booking, and the tray" true --runs "$runs" -- --quick
measure "the agenda, the chat hidden" false --runs "$runs" --line '"route":"/api/v1/agenda"' -- --theme light
# The desktop asks for the widget's configuration when it greets the server, the chat's page when its script runs.
measure "agenda and chat" true --runs "$runs" --second '"route":"/widget-config.json"' -- --theme light
[ "$idle" -eq 0 ] || measure "agenda and chat, doing nothing for $idle s" true --runs 1 --idle "$idle" \
    --second '"route":"/widget-config.json"' -- --theme light
