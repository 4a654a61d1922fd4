# SPDX-License-Identifier: Apache-2.0
# For scripts that run the real desktop under Xvfb with a private D-Bus session and a home of its own. Sourced with the
# script's own arguments: CHATCAL CHATCAL_CLI [DESKTOPBUS]. The first start is over unless first_start is set. Every wait is for a state and has a deadline.
set -euo pipefail
chatcal=$1
cli=$2
desktopbus=${3:-}
artifacts=$(realpath "${CHATCAL_ARTIFACTS:-$PWD}")

if [ -z "${DESKTOP_E2E_INSIDE:-}" ]; then
    for tool in xvfb-run dbus-run-session xdotool import trayer xwininfo; do
        command -v "$tool" >/dev/null || { echo "SKIP: $tool is missing; ./dev test installs it"; exit 77; }
    done
    export DESKTOP_E2E_INSIDE=1
    exec xvfb-run -a -s "-screen 0 ${screen:-1280x800}x24" dbus-run-session -- "$0" "$@"
fi

home=$(mktemp -d)
mkdir -p "$home/run" "$artifacts"
chmod 700 "$home/run"
export HOME=$home XDG_RUNTIME_DIR=$home/run LANG=en_US.UTF-8
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME QT_QPA_PLATFORM QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME GTK_THEME LC_ALL
unset CHATCAL_HOST_TOKEN CHATCAL_TOKEN CHATCAL_ARTIFACTS # the server knows no such setting as the last
export CHATCAL_NOW=2026-03-04T09:00:00 DEFAULT_TIMEZONE=America/New_York MY_NAME="Grace Hopper"
[ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1 # Chromium's own sandbox refuses root
if [ -z "${first_start:-}" ]; then
    mkdir -p "$home/.config/ChatCal"
    printf '[firstStart]\ndone=true\n' >"$home/.config/ChatCal/chatcal.conf"
fi
data=$home/data
log=$home/desktop.log
pids=()

finish() {
    local code=$?
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
    [ "$code" -eq 0 ] || { echo "--- the program's log:"; tail -40 "$log" || true; }
    rm -rf "$home"
    exit "$code"
}
trap finish EXIT

say() { printf '%s\n' "$*"; }
fail() {
    import -window root "$artifacts/desktop-failure.png" || true
    say "FAILED: $*"
    exit 1
}

# until_true SECONDS WHAT COMMAND...: again and again until it succeeds.
until_true() {
    local deadline=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $deadline ] || fail "waited in vain for: $what"
        sleep 0.1
    done
    say "ok: $what"
}

window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1 | grep .; }
gone() { ! window "$1"; }
logged() { [ "$(grep -c "\"route\":\"$1\"" "$log")" -ge "${2:-1}" ]; }
ended() { ! kill -0 "$1" 2>/dev/null; }
planned() { "$cli" --data-dir "$data" agenda "$1" | grep -qF -- "$2"; }
invited() { grep -rqF -- "$1" "$data/outbox"; }

# What is on the screen once two pictures in a row are alike.
picture() {
    local before="" now try
    for try in $(seq 20); do
        import -window root "$artifacts/${picture_prefix:-desktop}-$1.png"
        now=$(convert "$artifacts/${picture_prefix:-desktop}-$1.png" rgba:- | sha256sum)
        [ "$now" != "$before" ] || break
        before=$now
    done
    say "ok: picture ${picture_prefix:-desktop}-$1.png"
}

start() {
    "$chatcal" --data-dir "$data" "$@" >>"$log" 2>&1 &
    main=$!
    pids+=("$main")
}

# There is no window manager here that would give a new window the keyboard.
give_keyboard() { xdotool windowfocus --sync "$(window "$1")"; }

type_quick() {
    xdotool key --clearmodifiers ctrl+a
    xdotool type --delay 12 "$1"
}
