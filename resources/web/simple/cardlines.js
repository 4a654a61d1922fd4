// SPDX-License-Identifier: Apache-2.0
// A card as lines of text.

import { dayWords, durationWords, rangeWords, zoneLabel } from '../shared/time.js';
import { t } from '../shared/words.js';

const STATUS = { confirmed: t('Confirmed'), pending: t('Waiting for approval'), cancelled: t('Cancelled') };

const span = (item, zone) => `${dayWords(item.start, zone)}, ${rangeWords(item.start, item.end, zone)}, ${zoneLabel(item.start, zone)}`;

/** @returns {string[]} empty for a kind this page does not know. */
export function cardLines(card, zone) {
  switch (card.kind) {
    case 'meeting': {
      const { meeting } = card;
      const who = (meeting.attendees ?? []).map(({ name, email, phone }) => [name, email || phone].filter(Boolean).join(', ')).join('; ');
      return [
        `${meeting.title}: ${STATUS[meeting.status] ?? meeting.status}`,
        `${span(meeting, zone)} (${durationWords(meeting.duration_minutes)})`,
        who ? t('With: %1', who) : null,
        meeting.location ? t('Place: %1', meeting.location) : null,
        meeting.conference_url ? t('Video: %1', meeting.conference_url) : null,
        t('Meeting id: %1', meeting.id),
      ].filter(Boolean);
    }
    case 'slots':
      return (card.slots ?? []).map((slot) => t('Free: %1', span(slot, zone)));
    case 'agenda':
      return (card.events ?? []).map((event) => (event.all_day ? t('%1, all day, %2', event.title, dayWords(`${event.start.slice(0, 10)}T12:00:00Z`, 'UTC')) : `${event.title}, ${span(event, zone)}`));
    case 'notice':
      return [[card.title, card.detail].filter(Boolean).join(': ')];
    default:
      return [];
  }
}
