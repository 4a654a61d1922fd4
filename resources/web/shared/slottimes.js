// SPDX-License-Identifier: Apache-2.0
// Tells whether words name a free time that a card offers, in whatever language they are.

import { clockParts, dayKey } from './time.js';

/** "9:00", "14.30", "14 h 30", "14h"; a date such as "10.3." is none. */
const CLOCK = /(?<!\d)(\d{1,2})(?::(\d{2})|\.(\d{2})(?![.\d])|\s?h(?:\s?(\d{2}))?(?![a-z\d]))(?!\d)/gi;

/** Every clock time of @p text as "h:mm", the hours as they are written. */
const clocksIn = (text) => [...text.matchAll(CLOCK)].map(([, hour, ...minutes]) => `${Number(hour)}:${minutes.find(Boolean) ?? '00'}`);

/** Whether @p clock, as written, may mean that instant: "2:00" on a clock of twelve hours or "14:00". */
function means(clock, instant, zone) {
  const { hour, minute } = clockParts(instant, zone);
  return clock === `${hour}:${minute}` || clock === `${hour % 12 || 12}:${minute}`;
}

/** Names the slot's first clock time, its last one if it names two, and its day if it names one. */
export function saysSlot(text, slot, zone) {
  const clocks = clocksIn(text);
  if (clocks.length < 1 || clocks.length > 2 || !means(clocks[0], slot.start, zone)) return false;
  if (clocks[1] && !means(clocks[1], slot.end, zone)) return false;
  const days = text.replace(CLOCK, ' ').match(/(?<!\d)\d{1,2}(?!\d)/g);
  return !days || days.some((day) => Number(day) === Number(dayKey(slot.start, zone).slice(-2)));
}

/** The lists below @p words whose every line is a slot of @p card. */
export function listsOfSlots(words, card, zone) {
  const slots = card.slots ?? [];
  return [...words.querySelectorAll('ul, ol')].filter((list) => {
    const lines = [...list.children];
    return lines.length > 0 && lines.length <= slots.length && lines.every((line) => slots.some((slot) => saysSlot(line.textContent, slot, zone)));
  });
}
