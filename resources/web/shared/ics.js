// SPDX-License-Identifier: Apache-2.0
// A meeting card as an iCalendar file (RFC 5545), for "Add to calendar".

import { t } from './words.js';

const PRODUCT = '-//ChatCal//Widget//EN';

const escapeText = (text) => String(text).replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** A quoted parameter may not hold a quote or a control character (section 3.2). */
const quoteParameter = (text) => `"${String(text).replace(/["\u0000-\u001f\u007f]/g, ' ')}"`;

const utcStamp = (instant) => new Date(instant).toISOString().replace(/[-:]/g, '').replace(/\.\d{3}/, '');

/** Lines hold at most 75 octets (section 3.1) and are never cut inside a character. */
function fold(line) {
  const encoder = new TextEncoder();
  const parts = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) {
      parts.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets;
  }
  parts.push(current);
  return parts.join('\r\n');
}

/** @p now stamps the file; @p meeting is the API's meeting. */
export function meetingToIcs(meeting, now = new Date()) {
  const cancelled = meeting.status === 'cancelled';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'BEGIN:VEVENT',
    `UID:${escapeText(meeting.uid || meeting.id)}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${utcStamp(meeting.start)}`,
    `DTEND:${utcStamp(meeting.end)}`,
    `SEQUENCE:${Number(meeting.sequence) || 0}`,
    `SUMMARY:${escapeText(meeting.title || t('Meeting'))}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  ];
  const description = [meeting.description, meeting.conference_url, t('Meeting %1', meeting.id)].filter(Boolean).join('\n');
  lines.push(`DESCRIPTION:${escapeText(description)}`);
  if (meeting.location) lines.push(`LOCATION:${escapeText(meeting.location)}`);
  if (/^https?:\/\//i.test(meeting.conference_url ?? '')) lines.push(`URL:${meeting.conference_url.replace(/[\u0000-\u0020\u007f]/g, '')}`);
  for (const { name, email } of meeting.attendees ?? []) {
    if (/^[^\s@]+@[^\s@]+$/.test(email ?? '')) lines.push(`ATTENDEE${name ? `;CN=${quoteParameter(name)}` : ''}:mailto:${email}`);
  }
  lines.push('END:VEVENT', 'END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** Hands the file to the browser as a download. */
export function downloadMeeting(meeting) {
  const url = URL.createObjectURL(new Blob([meetingToIcs(meeting)], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${String(meeting.id || 'meeting').replace(/[^\w-]/g, '')}.ics`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
