// SPDX-License-Identifier: Apache-2.0
// The three things most people come for: tiles before the first message, a slim row after it.

import { byId, h, roveFocus } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/words.js';

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
      action('calendar', t('What’s on today?'), t('See your day'), () => send(t('What’s on today?')), true),
      action('clock', t('When am I free?'), t('See open times'), () => send(t('When am I free?')), true),
      action('calendarPlus', t('Book a meeting'), t('Say who and when'), () => compose(`${t('Book a 30 minute meeting with')} `)),
    ]
    : [
      action('video', t('Google Meet'), t('Talk by video'), () => compose(`${t('Book a 30 minute Google Meet on')} `)),
      action('phone', t('Phone call'), t('We call you'), () => compose(`${t('Book a 30 minute phone call on')} `)),
      action('clock', t('When are you free?'), t('See open times'), () => send(t('When are you free?')), true),
    ]));
  roveFocus(quick);
}

/** The words before the first message, where the person at the keyboard is the host. */
export function welcomeHost() {
  const hero = byId('log').querySelector('.hero');
  hero.querySelector('h2').textContent = t('What shall I do?');
  hero.querySelector('p').textContent = t('Say it as you would to a person, for example:');
  hero.querySelector('.hero-example').textContent = t('“Lunch with Kim tomorrow at noon” · “What’s on today?” · “Move my 3 pm to Friday”');
}
