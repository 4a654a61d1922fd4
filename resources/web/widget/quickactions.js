// SPDX-License-Identifier: Apache-2.0
// The three things most people come for: tiles before the first message, a slim row after it.

import { byId, h, roveFocus } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

function action(mark, name, hint, onclick, sends = false) {
  return h('button', { type: 'button', class: 'quick-action', 'data-sends': sends, onclick },
    h('span', { class: 'quick-icon' }, icon(mark)),
    h('span', { class: 'quick-name' }, name), ' ',
    h('span', { class: 'quick-hint' }, hint));
}

/** @p compose begins a message for the person to finish with a day and time; @p send sends at once. */
export function showQuickActions({ send, compose }) {
  const quick = byId('quick');
  quick.append(
    action('video', 'Google Meet', 'Talk by video', () => compose('Book a 30 minute Google Meet on ')),
    action('phone', 'Phone call', 'We call you', () => compose('Book a 30 minute phone call on ')),
    action('clock', 'When are you free?', 'See open times', () => send('When are you free?'), true),
  );
  roveFocus(quick);
}
