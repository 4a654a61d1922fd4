// SPDX-License-Identifier: Apache-2.0
// One meeting, as booked, moved or cancelled.

import { copyText, h, hidden } from '../shared/dom.js';
import { downloadMeeting } from '../shared/ics.js';
import { icon } from '../shared/icons.js';
import { dayWords, durationWords, isZone, rangeWords, sameWallClock, zoneLabel } from '../shared/time.js';
import { t } from '../shared/words.js';

const STATUS = {
  confirmed: { label: t('Confirmed'), mark: 'check' },
  pending: { label: t('Waiting for approval'), mark: 'clock' },
  cancelled: { label: t('Cancelled'), mark: 'cross' },
};

const isWebLink = (url) => /^https?:\/\//i.test(url ?? '');

function row(mark, ...content) {
  return h('div', { class: 'row' }, icon(mark), h('div', {}, content));
}

/** The title; where there is an agenda beside the page, a button that shows the meeting in it. */
function titleOf(meeting, show) {
  const title = meeting.title || t('Meeting');
  if (!show || !meeting.uid || meeting.status === 'cancelled') return title;
  return h('button', { type: 'button', class: 'title-link', title: t('Show in the agenda'), 'data-keep-focus': true, onclick: () => show(meeting.uid) }, title);
}

/**
 * @p zone is the reader's. @p show shows a meeting in an agenda, or is null. @p outdated: a later card tells what became of this meeting, so this one offers nothing.
 */
export function meetingCard(meeting, { zone, hostZone, send, show, outdated }) {
  const cancelled = meeting.status === 'cancelled';
  const status = STATUS[meeting.status] ?? STATUS.confirmed;
  const state = outdated ? 'outdated' : meeting.status;
  const live = !cancelled && !outdated;
  return h('section', { class: `card meeting is-${state}`, 'aria-label': t('Meeting %1: %2', meeting.id, status.label) },
    h('div', { class: 'meeting-top' },
      h('span', { class: 'badge' }, icon(outdated ? 'clock' : status.mark), outdated ? t('Changed since, see below') : status.label),
      idTag(meeting.id, live)),
    h('h2', { class: 'meeting-title', dir: 'auto' }, titleOf(meeting, show)),
    h('div', { class: 'rows' }, when(meeting, zone, hostZone, cancelled), people(meeting), place(meeting, cancelled)),
    live ? actions(meeting, send) : null);
}

function idTag(id, copyable) {
  if (!copyable) return h('code', { class: 'meeting-id' }, id);
  const said = h('span', { class: 'visually-hidden', role: 'status' });
  const mark = h('span', { class: 'copy-mark' }, icon('copy'));
  const button = h('button', {
    type: 'button', class: 'meeting-id copy', title: t('Copy the meeting id'), 'data-keep-focus': true,
    onclick: async () => {
      const done = await copyText(id);
      mark.replaceChildren(icon(done ? 'check' : 'cross'));
      said.textContent = done ? t('Copied') : t('Could not be copied');
      setTimeout(() => {
        mark.replaceChildren(icon('copy'));
        said.textContent = '';
      }, 2000);
    },
  }, hidden(`${t('Copy meeting id')} `), h('code', {}, id), mark);
  return h('span', {}, button, said);
}

function when(meeting, zone, hostZone, cancelled) {
  const strike = (text) => (cancelled ? h('del', {}, text) : text);
  const lines = [
    h('div', { class: 'when-day' }, strike(dayWords(meeting.start, zone))),
    h('div', { class: 'when-time' }, strike(rangeWords(meeting.start, meeting.end, zone)),
      h('span', { class: 'length' }, durationWords(meeting.duration_minutes))),
    h('div', { class: 'muted' }, zoneLabel(meeting.start, zone)),
  ];
  if (isZone(hostZone) && !sameWallClock(meeting.start, zone, hostZone)) {
    const other = `${dayWords(meeting.start, hostZone)}, ${rangeWords(meeting.start, meeting.end, hostZone)}`;
    lines.push(h('div', { class: 'muted host-time' }, t('Host: %1, %2', other, zoneLabel(meeting.start, hostZone))));
  }
  return row('calendar', lines);
}

function people(meeting) {
  const attendees = meeting.attendees ?? [];
  if (!attendees.length) return null;
  return row('people', h('ul', { class: 'people' }, attendees.map((person) => h('li', { dir: 'auto' },
    h('span', {}, person.name || person.email || person.phone || t('Guest')),
    person.name && (person.email || person.phone) ? h('span', { class: 'muted' }, person.email || person.phone) : null))));
}

function place(meeting, cancelled) {
  const { location, conference_url: url } = meeting;
  const rows = [];
  const byPhone = meeting.how ? meeting.how === 'phone' : /phone/i.test(location ?? '');
  if (location && location !== url) rows.push(row(byPhone ? 'phone' : 'pin', h('span', { dir: 'auto' }, location)));
  if (isWebLink(url)) {
    rows.push(row('video', cancelled ? h('del', {}, url) : h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, t('Join the video call'))));
  } else if (byPhone && !location) {
    rows.push(row('phone', t('Phone call')));
  } else if (!byPhone && meeting.how !== 'in_person') {
    rows.push(row('video', h('span', { class: 'muted' }, t('No video link for this meeting'))));
  }
  return rows;
}

/** Cancelling asks once more: one slip of a finger should not free the slot for somebody else. */
function actions(meeting, send) {
  const add = isWebLink(meeting.ics_url)
    ? h('a', { class: 'button primary', href: meeting.ics_url, download: true }, icon('calendarPlus'), t('Add to calendar'))
    : h('button', { type: 'button', class: 'button primary', 'data-keep-focus': true, onclick: () => downloadMeeting(meeting) }, icon('calendarPlus'), t('Add to calendar'));
  const move = h('button', { type: 'button', class: 'button', 'data-sends': true, onclick: () => send(t('Move meeting %1', meeting.id)) }, t('Move'));
  const cancel = h('button', { type: 'button', class: 'button', 'data-sends': true }, t('Cancel'));
  const usual = h('div', { class: 'actions' }, add, move, cancel);
  const sure = h('button', { type: 'button', class: 'button danger', 'data-sends': true, onclick: () => send(t('Cancel meeting %1', meeting.id)) }, t('Yes, cancel it'));
  const keep = h('button', { type: 'button', class: 'button' }, t('Keep it'));
  const question = h('div', { class: 'actions', hidden: true, role: 'group', 'aria-label': t('Cancel this meeting?') },
    h('span', { class: 'question' }, t('Cancel this meeting?')), sure, keep);
  const ask = (open) => {
    usual.hidden = open;
    question.hidden = !open;
    (open ? sure : cancel).focus();
  };
  cancel.addEventListener('click', () => ask(true));
  keep.addEventListener('click', () => ask(false));
  question.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault(); // this Escape answers the question, it does not close the panel
    ask(false);
  });
  return h('div', { class: 'actions-box' }, usual, question);
}
