#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The real desktop under Xvfb, with a private D-Bus session: booked by typing into the quick field and into the chat,
# found again, kept through a restart, hidden to a tray only where there is one. Screenshots land in CHATCAL_ARTIFACTS.
# desktop.sh CHATCAL CHATCAL_CLI
. "$(dirname "${BASH_SOURCE[0]}")/support/desktop.sh"

say "== The window, light"
: >"$log"
start --theme light
until_true 30 "the window" window '^ChatCal$'
until_true 60 "the chat has introduced itself" logged /widget-config.json 2
until_true 30 "the agenda was read" logged /api/v1/agenda 2
until_true 30 "the event stream is followed" logged /api/v1/events
picture empty

say "== Book by typing into the chat"
id=$(window '^ChatCal$')
eval "$(xdotool getwindowgeometry --shell "$id")"
agendas=$(grep -c '"route":"/api/v1/agenda"' "$log")
xdotool mousemove $((X + WIDTH - 230)) $((Y + HEIGHT - 90)) click 1
xdotool type --delay 12 "Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com"
sent() { xdotool key Return && logged /chat/stream; } # it takes nothing while it still starts
until_true 30 "the message was sent" sent
until_true 30 "the chat booked 0310-1400-30m" planned "March 10" 0310-1400-30m
until_true 30 "Ada is invited" invited ada@example.com
until_true 30 "the agenda was read again by itself" logged /api/v1/agenda $((agendas + 1))
picture chat

say "== The server is killed while somebody writes"
mark=$(wc -l <"$log")
xdotool type --delay 12 "What is planned "
kill -9 "$(pgrep -P "$main" -x chatcal-server)"
again() { tail -n +"$mark" "$log" | grep -q "\"route\":\"$1\""; }
xdotool type --delay 12 "on March 10?"
until_true 30 "it is back, and the agenda follows it again" again /api/v1/events
asked() { xdotool key Return && again /chat/stream; }
until_true 30 "what was written is sent" asked

say "== Keys lead out of the chat"
give_keyboard '^ChatCal$'
xdotool key F6
xdotool key question # the list of keys: in the chat it would be a letter
until_true 10 "F6 went to the agenda, ? shows the keys" window '^Keyboard shortcuts$'
give_keyboard '^Keyboard shortcuts$'
xdotool key Escape
until_true 10 "Escape closed them" gone '^Keyboard shortcuts$'
give_keyboard '^ChatCal$'
xdotool key F6 ctrl+n
until_true 10 "Ctrl+N opens the quick window from the chat" window '^Quick booking'
give_keyboard '^Quick booking'
xdotool key Escape
until_true 10 "Escape left" gone '^Quick booking'

say "== Book in one line: a second start hands over to the first"
"$cli" --data-dir "$data" book "Design review on March 5 at 10am for 1 hour" >/dev/null
"$chatcal" --data-dir "$data" --quick >>"$log" 2>&1 || fail "the second start did not hand over"
until_true 10 "the quick window" window '^Quick booking'
give_keyboard '^Quick booking'
type_quick "Lunch with Kim on March 5 at 10:30 for 1 hour"
until_true 20 "the conflict is seen before Enter" window '^Quick booking: not free'
picture quick-conflict
type_quick "Lunch with Kim on March 5 at noon for 1 hour"
until_true 20 "noon is free" window '^Quick booking: free'
xdotool key Return
until_true 20 "it says it booked" window '^Quick booking: booked'
until_true 20 "0305-1200-60m is in the calendar" planned "March 5" 0305-1200-60m
xdotool key Escape
until_true 10 "Escape left" gone '^Quick booking'

say "== Without a tray, closing quits"
give_keyboard '^ChatCal$'
xdotool key ctrl+w
until_true 20 "the program ended" ended "$main"
wait "$main" || fail "it ended with an error"
pids=()

say "== Dark, with a tray"
trayer --edge top --align right --widthtype pixel --width 120 --height 28 >/dev/null 2>&1 &
pids+=("$!")
until_true 10 "the tray" window '^panel$'
: >"$log"
start --theme dark
until_true 30 "the window" window '^ChatCal$'
until_true 60 "the chat has introduced itself" logged /widget-config.json 2
until_true 30 "the agenda was read" logged /api/v1/agenda 2
give_keyboard '^ChatCal$'
xdotool key Next # the week after, with Ada's call
until_true 30 "the next week was read" logged /api/v1/agenda 3
picture dark
xdotool key ctrl+w
until_true 10 "closing hides" gone '^ChatCal$'
ended "$main" && fail "closing ended it although there is a tray"
icon() { xwininfo -id "$(window '^panel$')" -tree | grep -E '"chatcal"|ChatCal' | head -1 | grep .; }
until_true 10 "the icon in the tray" icon
eval "$(xdotool getwindowgeometry --shell "$(icon | awk '{print $1}')")"
xdotool mousemove $((X + WIDTH / 2)) $((Y + HEIGHT / 2)) click 1
until_true 10 "a click on the icon opens the quick window" window '^Quick booking'
give_keyboard '^Quick booking'
type_quick "Retrospective on March 12 at 3pm for 45 minutes"
until_true 20 "it is free" window '^Quick booking: free'
picture quick-dark
xdotool key Return
until_true 20 "0312-1500-45m is in the calendar" planned "March 12" 0312-1500-45m
say "All of it worked."
