#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every screen of the desktop as a picture, reached by keys alone: light, dark, in German, at twice the size, on a small
# screen. The pictures land in CHATCAL_ARTIFACTS as screen-VARIANT-NAME.png, to be looked at.
# desktop_screens.sh CHATCAL CHATCAL_CLI
if [ -z "${VARIANT:-}" ]; then
    for variant in light dark german large small; do
        VARIANT=$variant "$0" "$@" || exit $?
    done
    exit 0
fi
options=(--theme light)
first_start=yes
case $VARIANT in
dark) options=(--theme dark) ;;
german) options+=(--language de) ;;
large) screen=2560x1600 && export QT_SCALE_FACTOR=2 ;;
small) screen=1024x768 ;;
esac
. "$(dirname "${BASH_SOURCE[0]}")/support/desktop.sh"
picture_prefix=screen-$VARIANT

book() { "$cli" --data-dir "$data" book "$1" >/dev/null; }

# other WINDOW: the visible window of the program that is not its main one.
other() {
    local id
    for id in $(xdotool search --onlyvisible --pid "$main" --name '.+' 2>/dev/null); do
        [ "$(xdotool getwindowname "$id")" = ChatCal ] || { echo "$id"; return 0; }
    done
    return 1
}
no_other() { ! other; }
front() { xdotool windowfocus --sync "$(other)"; }
shown() { [ "$(grep -c '"route":"/chat/stream"' "$log")" -ge 1 ]; }

say "== $VARIANT: the first start"
: >"$log"
start "${options[@]}"
until_true 30 "the window" window '^ChatCal$'
until_true 30 "the server" logged /api/v1/agenda
for step in 1 2 3; do
    picture "first-$step"
    give_keyboard '^ChatCal$'
    xdotool key Escape
done
until_true 60 "the chat has introduced itself" logged /widget-config.json 1
picture empty

say "== $VARIANT: a week with meetings"
book "Design review on March 5 at 10am for 1 hour"
book "Lunch with Kim on March 5 at noon for 1 hour"
book "Planning on March 5 at 11am for 30 minutes"
book "Board call on March 6 at 3pm for 90 minutes"
book "Retrospective on March 12 at 3pm for 45 minutes"
give_keyboard '^ChatCal$'
xdotool key t ctrl+Down
picture week
xdotool key Return
picture details
xdotool key Escape m
picture month
xdotool key d
picture day
xdotool key w ctrl+f
xdotool type --delay 12 "review"
picture search
xdotool key Escape question
until_true 10 "the list of keys" other
picture keys
front
xdotool key Escape
until_true 10 "it is closed" no_other
give_keyboard '^ChatCal$'

say "== $VARIANT: the chat speaks of what is chosen"
xdotool key t ctrl+Down ctrl+Down F6
xdotool type --delay 12 "move this to 4pm"
sent() { xdotool key Return && shown; }
until_true 30 "the message was sent" sent
picture chat
xdotool key F6

say "== $VARIANT: quick booking"
give_keyboard '^ChatCal$'
xdotool key ctrl+n
until_true 10 "the quick window" other
front
type_quick "Call with Ada tomorrow at 10:30 for half an hour"
until_true 20 "it was read" logged /api/v1/quick-book
picture quick
xdotool key Escape
until_true 10 "it is closed" no_other

say "== $VARIANT: settings"
give_keyboard '^ChatCal$'
xdotool key ctrl+comma
until_true 10 "the settings" other
front
for page in 1 2 3 4 5 6 7 8 9 10; do
    picture "settings-$page"
    xdotool key Down
done
xdotool key Escape
until_true 10 "they are closed" no_other
say "All of $VARIANT was seen."
