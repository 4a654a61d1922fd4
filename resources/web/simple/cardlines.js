// SPDX-License-Identifier: Apache-2.0
// A card as lines of text.

import { dayWords, durationWords, rangeWords, zoneLabel } from '../shared/time.js';

const span = (item, zone) => `${dayWords(item.start, zone)}, ${rangeWords(item.start, item.end, zone)}, ${zoneLabel(item.start, zone)}`;

/** @returns {string[]} empty for a kind this page does not know. */
export function cardLines(card, zone) {
  switch (card.kind) {
    case 'meeting': {
      const { meeting } = card;
      const who = (meeting.attendees ?? []).map(({ name, email, phone }) => [name, email || phone].filter(Boolean).join(', ')).join('; ');
      return [
        `${meeting.title}: ${meeting.status}`,
        `${span(meeting, zone)} (${durationWords(meeting.duration_minutes)})`,
        who ? `With: ${who}` : null,
        meeting.location ? `Place: ${meeting.location}` : null,
        meeting.conference_url ? `Video: ${meeting.conference_url}` : null,
        `Meeting id: ${meeting.id}`,
      ].filter(Boolean);
    }
    case 'slots':
      return (card.slots ?? []).map((slot) => `Free: ${span(slot, zone)}`);
    case 'agenda':
      return (card.events ?? []).map((event) => (event.all_day ? `${event.title}, all day, ${event.start.slice(0, 10)}` : `${event.title}, ${span(event, zone)}`));
    case 'notice':
      return [[card.title, card.detail].filter(Boolean).join(': ')];
    default:
      return [];
  }
}
