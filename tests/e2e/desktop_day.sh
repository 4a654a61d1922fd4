#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A day with the desktop in the tray, on a session bus with a tray host and a notification daemon: started without a
# window, quick booking by a click on the icon, a reminder told once, the window closed, a booking while the server is
# away.
# desktop_day.sh CHATCAL CHATCAL_CLI DESKTOPBUS
. "$(dirname "${BASH_SOURCE[0]}")/support/desktop.sh"
picture_prefix=day

bus_out=$home/bus.out
mkfifo "$home/bus.in"
"$desktopbus" <"$home/bus.in" >"$bus_out" &
bus=$!
pids+=("$bus")
exec 7>"$home/bus.in"
person() { printf '%s\n' "$*" >&7; }
told() { [ "$(grep -c "^note .*$1" "$bus_out")" -eq "${2:-1}" ]; }
told_some() { grep -q "^note .*$1" "$bus_out"; }
number_of() { grep "^note .*$1" "$bus_out" | tail -1 | cut -d' ' -f2 | cut -d'|' -f1; }
no_window() { ! window '.+'; }
server_of() { pgrep -P "$main" -x chatcal-server; }

until_true 10 "the tray's host" grep -q ready "$bus_out"

say "== Started with the session: an icon, no window"
: >"$log"
start --background --theme light
until_true 30 "the icon" grep -q '^icon ' "$bus_out"
until_true 30 "the agenda was read" logged /api/v1/agenda
no_window || fail "a window opened although nobody asked for one"

say "== A click on the icon opens quick booking"
person click
until_true 10 "the quick window" window '^Quick booking'
give_keyboard '^Quick booking'
type_quick "Standup today at 9:10 for 15 minutes"
until_true 20 "it is free" window '^Quick booking: free'
picture quick
xdotool key Return
until_true 20 "it is in the calendar" planned "March 4" 0304-0910-15m
xdotool key Escape
until_true 10 "Escape left" gone '^Quick booking'

say "== It is reminded of, once"
until_true 30 "the reminder" told_some Standup
person press "$(number_of Standup)" open
until_true 20 "Open shows the window" window '^ChatCal$'
picture reminded
told Standup 1 || fail "told twice"

say "== Booked while the server is away"
kill -9 "$(server_of)"
person click
until_true 10 "the quick window" window '^Quick booking'
give_keyboard '^Quick booking'
type_quick "Lunch with Kim on March 5 at noon for 1 hour"
xdotool key Return
until_true 60 "it is in the calendar once the server is back" planned "March 5" 0305-1200-60m
[ "$("$cli" --data-dir "$data" agenda "March 5" | grep -c 0305-1200-60m)" -eq 1 ] || fail "booked twice"
xdotool key Escape

say "== Started again: nothing is told twice"
give_keyboard '^ChatCal$'
xdotool key ctrl+q
until_true 20 "it ended" ended "$main"
: >"$log"
start --theme light
until_true 30 "the agenda was read" logged /api/v1/agenda
until_true 30 "the events are followed" logged /api/v1/events
told Standup 1 || fail "told again after a restart"
told "still here" 0 || fail "told that it stays when it was quit"

say "== Closed, it stays in the tray and says so, the first time"
give_keyboard '^ChatCal$'
xdotool key ctrl+w
until_true 20 "it says that it stays" told "still here"
no_window || fail "the window is still there"
person press "$(number_of "still here")" open
until_true 20 "Open shows the window again" window '^ChatCal$'

[ "$(grep -c ^fault "$bus_out")" -eq 0 ] || fail "against the specification: $(grep ^fault "$bus_out")"
say "All of it worked."
