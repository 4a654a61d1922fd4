// SPDX-License-Identifier: Apache-2.0
// Cards: facts that came from the assistant's tools, told apart from its words.

import { h, roveFocus } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { clockWords, dayKey, dayWords, durationWords, isZone, rangeWords, sameWallClock, sameZone, slotWords, zoneLabel } from '../shared/time.js';
import { t } from '../shared/words.js';
import { meetingCard } from './meetingcard.js';

/** Every card on the page, so that they can be drawn again in another zone and old ones step back. */
export class CardShelf {
  /** @p context: zone(), hostZone(), send(text, timeZone), show(): what shows a meeting by its uid elsewhere, or null. */
  constructor(context) {
    this.context = context;
    this.entries = [];
  }

  forget() {
    this.entries = [];
  }

  /** The card's element, or null for a kind this page does not know. */
  add(card) {
    // Slots offered in another zone than this page shows stay in it: that is the zone the assistant reads words in.
    const told = isZone(card.time_zone) ? card.time_zone : null;
    const offeredIn = told && !sameZone(told, this.context.zone()) ? told : null;
    const entry = { card, offeredIn, element: null };
    this.entries.push(entry);
    entry.element = this.draw(entry);
    if (entry.element && card.kind === 'meeting') this.redraw((other) => other !== entry && this.sameMeeting(other.card, card));
    return entry.element;
  }

  redraw(wanted = () => true) {
    for (const entry of this.entries.filter(wanted)) {
      const fresh = this.draw(entry);
      if (!fresh) continue;
      entry.element.replaceWith(fresh);
      entry.element = fresh;
    }
  }

  sameMeeting(left, right) {
    return left.kind === 'meeting' && right.kind === 'meeting' && Boolean(left.meeting.uid) && left.meeting.uid === right.meeting.uid;
  }

  draw({ card, offeredIn }) {
    const { context } = this;
    const zone = context.zone();
    switch (card.kind) {
      case 'meeting': {
        const last = [...this.entries].reverse().find((entry) => this.sameMeeting(entry.card, card));
        const outdated = Boolean(last) && last.card !== card;
        return card.meeting ? meetingCard(card.meeting, { zone, hostZone: context.hostZone(), send: context.send, show: context.show(), outdated }) : null;
      }
      case 'slots':
        return slotsCard(card, offeredIn ?? zone, context);
      case 'agenda':
        return agendaCard(card, isZone(card.time_zone) ? card.time_zone : context.hostZone());
      case 'notice':
        return noticeCard(card);
      default:
        return null;
    }
  }
}

function byDay(items, zone) {
  const days = new Map();
  for (const item of [...items].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const key = dayKey(item.start, zone);
    if (!days.has(key)) days.set(key, []);
    days.get(key).push(item);
  }
  return [...days.values()];
}

/** The words sent are those shown, and the zone they are meant in goes with them. */
function slotButton(slot, zone, send) {
  const label = `${dayWords(slot.start, zone)}, ${rangeWords(slot.start, slot.end, zone)}, ${zoneLabel(slot.start, zone)}`;
  return h('button', {
    type: 'button', class: 'slot', 'data-sends': true, 'aria-label': label, title: label,
    onclick: () => send(slotWords(slot.start, zone), zone),
  }, clockWords(slot.start, zone));
}

function slotsCard(card, zone, { hostZone, send }) {
  const slots = card.slots ?? [];
  if (!slots.length) {
    return h('section', { class: 'card notice' }, icon('info'), h('div', {}, h('h2', {}, t('No free times')), h('p', {}, t('Another day may do: name one, and I will look.'))));
  }
  const first = slots[0].start;
  const length = card.duration_minutes ? t('%1, tap to take', durationWords(card.duration_minutes)) : t('Tap one to take it');
  const groups = byDay(slots, zone).map((day) => {
    const name = dayWords(day[0].start, zone);
    const group = h('div', { class: 'slot-row', role: 'group', 'aria-label': name }, day.map((slot) => slotButton(slot, zone, send)));
    return h('div', { class: 'slot-day' }, h('h3', {}, name), roveFocus(group));
  });
  const host = hostZone();
  const note = isZone(host) && !sameWallClock(first, zone, host) ? t('Not the host’s clock: it is %1 there at the first of them.', clockWords(first, host)) : '';
  return h('section', { class: 'card slots', 'aria-label': t('Free times') },
    h('div', { class: 'card-head' }, icon('calendar'), h('h2', {}, t('Free times')), h('span', { class: 'hint' }, length)),
    groups,
    h('p', { class: 'card-foot' }, icon('globe'), h('span', {}, t('All times in %1.', zoneLabel(first, zone)), note ? ` ${note}` : '')));
}

/** An all-day event has a date, not an instant: it is the same day in every zone. */
const isDate = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value);

function agendaCard(card, zone) {
  const events = card.events ?? [];
  const dayOf = (event) => (isDate(event.start) ? event.start : dayKey(event.start, zone));
  const days = new Map();
  for (const event of [...events].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    if (!days.has(dayOf(event))) days.set(dayOf(event), []);
    days.get(dayOf(event)).push(event);
  }
  const lines = [...days].map(([key, list]) => h('div', { class: 'agenda-day' },
    h('h3', {}, dayWords(`${key}T12:00:00Z`, 'UTC')),
    h('ul', {}, list.map((event) => h('li', { class: event.status === 'cancelled' ? 'struck' : null },
      h('span', { class: 'agenda-time' }, event.all_day || isDate(event.start) ? t('All day') : rangeWords(event.start, event.end, zone)),
      h('span', { class: 'agenda-title', dir: 'auto' }, event.title || t('Busy'), event.location ? h('small', {}, event.location) : null))))));
  return h('section', { class: 'card agenda', 'aria-label': t('Agenda') },
    h('div', { class: 'card-head' }, icon('calendar'), h('h2', {}, t('Agenda'))),
    lines.length ? lines : h('p', { class: 'card-empty' }, t('Nothing in the calendar.')),
    events.length && !isDate(events[0].start) ? h('p', { class: 'card-foot' }, icon('globe'), h('span', {}, t('All times in %1.', zoneLabel(events[0].start, zone)))) : null);
}

function noticeCard(card) {
  return h('section', { class: 'card notice', 'data-code': card.code ?? null }, icon('info'),
    h('div', {}, h('h2', { dir: 'auto' }, card.title || t('Please note')), card.detail ? h('p', { dir: 'auto' }, card.detail) : null));
}
