#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The real desktop, its server killed 20 times while somebody books: in turns in the quick field and in the chat, before
# Enter, with it and a little after. Each booking is there once in the end, with one mail to its guest, and where a
# booking had to wait the person was told so.
# desktop_kills.sh CHATCAL CHATCAL_CLI
. "$(dirname "${BASH_SOURCE[0]}")/support/desktop.sh"
picture_prefix=kills
RANDOM=20260304 # the same moments each time

server_of() { pgrep -P "$main" -x chatcal-server; }
kill_server() { kill -9 "$(server_of)" 2>/dev/null || true; }
days=(9 10 11 12 13 16 17 18 19 20)
waits=0

say "== The window"
: >"$log"
start --theme light
until_true 30 "the window" window '^ChatCal$'
until_true 60 "the chat has introduced itself" logged /widget-config.json 2

for round in $(seq 0 19); do
    day=${days[$((round / 2))]}
    until_true 30 "round $round: the server is there" server_of
    case $((RANDOM % 3)) in # when it dies: just before Enter, with it, a little later
    0) early=yes pause=0 ;;
    1) early= pause=0 ;;
    *) early= pause=0.0$((RANDOM % 60 + 20)) ;;
    esac
    if [ $((round % 2)) -eq 0 ]; then
        id=$(printf '03%02d-1000-30m' "$day")
        "$chatcal" --data-dir "$data" --quick >>"$log" 2>&1 || fail "the second start did not hand over"
        until_true 20 "round $round: the quick window" window '^Quick booking'
        give_keyboard '^Quick booking'
        type_quick "Round with guest$round@example.com on March $day at 10am for 30 minutes"
        until_true 30 "round $round: it was read" window '^Quick booking: free'
        [ -z "$early" ] || kill_server
        xdotool key Return
    else
        id=$(printf '03%02d-1400-30m' "$day")
        give_keyboard '^ChatCal$'
        xdotool key F6
        xdotool type --delay 8 "Book a 30 minute call on March $day at 2pm with guest$round@example.com"
        [ -z "$early" ] || kill_server
        xdotool key Return
    fi
    [ "$pause" = 0 ] || sleep "$pause" # the moment of the kill, not a wait for something
    [ -n "$early" ] || kill_server
    if [ $((round % 2)) -eq 0 ]; then
        until_true 30 "round $round: the person is told" window '^Quick booking: (kept|booked)$'
        ! window '^Quick booking: kept$' >/dev/null || waits=$((waits + 1))
    fi
    until_true 60 "round $round: $id is in the calendar" planned "March $day" "$id"
    if [ $((round % 2)) -eq 0 ]; then
        xdotool key Escape
        until_true 10 "round $round: Escape left" gone '^Quick booking'
    else
        xdotool key F6
    fi
done

say "== Each once, and each guest has one invitation"
for day in "${days[@]}"; do
    planned_then=$("$cli" --data-dir "$data" agenda "March $day")
    for id in $(printf '03%02d-1000-30m 03%02d-1400-30m' "$day" "$day"); do
        [ "$(grep -c "$id" <<<"$planned_then")" -eq 1 ] || fail "$id is there $(grep -c "$id" <<<"$planned_then") times"
    done
    [ "$(grep -cE '03[0-9]{2}-[0-9]{4}-30m' <<<"$planned_then")" -eq 2 ] || fail "more than two on March $day: $planned_then"
done
for round in $(seq 0 19); do
    until_true 20 "guest$round is invited" invited "guest$round@example.com"
    mails=$(grep -rlE "^To: .*guest$round@example.com" "$data/outbox" | wc -l)
    [ "$mails" -eq 1 ] || fail "guest$round got $mails mails"
done
[ "$waits" -ge 1 ] || fail "no booking in one line was told to wait"
picture end
say "All of it worked: 20 kills, 20 meetings; $waits of 10 in one line were told to wait."
