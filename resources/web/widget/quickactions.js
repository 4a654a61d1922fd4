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

/**
 * @p compose begins a message for the person to finish with a day and time; @p send sends at once. A host asks about
 * the own calendar, a guest for a time in it.
 */
export function showQuickActions({ role, send, compose }) {
  const quick = byId('quick');
  quick.replaceChildren(...(role === 'host'
    ? [
      action('calendar', 'What’s on today?', 'See your day', () => send('What\'s on today?'), true),
      action('clock', 'When am I free?', 'See open times', () => send('When am I free?'), true),
      action('calendarPlus', 'Book a meeting', 'Say who and when', () => compose('Book a 30 minute meeting with ')),
    ]
    : [
      action('video', 'Google Meet', 'Talk by video', () => compose('Book a 30 minute Google Meet on ')),
      action('phone', 'Phone call', 'We call you', () => compose('Book a 30 minute phone call on ')),
      action('clock', 'When are you free?', 'See open times', () => send('When are you free?'), true),
    ]));
  roveFocus(quick);
}

/** The words before the first message, where the person at the keyboard is the host. */
export function welcomeHost() {
  const hero = byId('log').querySelector('.hero');
  hero.querySelector('h2').textContent = 'What shall I do?';
  hero.querySelector('p').textContent = 'Say it as you would to a person, for example:';
  hero.querySelector('.hero-example').textContent = '“Lunch with Kim tomorrow at noon” · “What’s on today?” · “Move my 3 pm to Friday”';
}
