// SPDX-License-Identifier: Apache-2.0
// Instants in words. Every word is made for a named zone: there is no "local" here.
// In the page's language; its English is American, the one the assistant reads.

import { language, t, tn } from './words.js';

const LOCALE = language === 'en' ? 'en-US' : language;
const formats = new Map();

function format(zone, options) {
  const key = `${zone}|${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }));
  return formats.get(key);
}

/** Newer browsers put a narrow no-break space before AM and PM; words that are sent have plain ones. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

export function isZone(zone) {
  if (!zone) return false;
  try {
    new Intl.DateTimeFormat(LOCALE, { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Asia/Calcutta and Asia/Kolkata are one zone under two names. */
export function sameZone(left, right) {
  const canonical = (zone) => format(zone, {}).resolvedOptions().timeZone;
  return left === right || canonical(left) === canonical(right);
}

/** "Tuesday, March 10, 2026" */
export function dayWords(instant, zone) {
  return plain(format(zone, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(new Date(instant)));
}

/** "2:00 PM", "14:00" */
export function clockWords(instant, zone) {
  return plain(format(zone, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant)));
}

/** "2:00 PM – 2:30 PM"; a meeting past midnight names its last day. */
export function rangeWords(start, end, zone) {
  const last = dayKey(start, zone) === dayKey(end, zone) ? '' : `${dayWords(end, zone)}, `;
  return `${clockWords(start, zone)} – ${last}${clockWords(end, zone)}`;
}

/** The hour from 0 to 23 and the minute in two digits, in whatever language the page is. */
export function clockParts(instant, zone) {
  const parts = format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(instant));
  const of = (type) => parts.find((part) => part.type === type).value;
  return { hour: Number(of('hour')), minute: of('minute').padStart(2, '0') };
}

/** "2026-03-10" in that zone: what days are grouped by. */
export function dayKey(instant, zone) {
  const parts = format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant));
  const of = (type) => parts.find((part) => part.type === type).value;
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** "Eastern Daylight Time" */
export function zoneWords(instant, zone) {
  const part = format(zone, { timeZoneName: 'long' }).formatToParts(new Date(instant)).find((p) => p.type === 'timeZoneName');
  return part ? plain(part.value) : zone;
}

/** "New York" of America/New_York, "UTC" of UTC. */
export const zoneCity = (zone) => zone.split('/').pop().replace(/_/g, ' ');

/** "Eastern Daylight Time (New York)" */
export function zoneLabel(instant, zone) {
  const city = zoneCity(zone);
  return zone.includes('/') ? `${zoneWords(instant, zone)} (${city})` : zoneWords(instant, zone);
}

/** "Tuesday, March 10, 2026 at 2:00 PM": what a tapped slot says. */
export const slotWords = (instant, zone) => t('%1 at %2', dayWords(instant, zone), clockWords(instant, zone));

/** Whether clocks in both zones show the same at this instant. */
export function sameWallClock(instant, left, right) {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
  return format(left, options).format(new Date(instant)) === format(right, options).format(new Date(instant));
}

export function durationWords(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [];
  if (hours) words.push(tn('%n hours', hours));
  if (rest || !hours) words.push(tn('%n minutes', rest));
  return words.join(' ');
}

/** Every zone this browser knows, and those asked for even if it lists them under another name. */
export function zoneList(wanted = []) {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...known, 'UTC', ...wanted.filter(isZone)])].sort();
}
