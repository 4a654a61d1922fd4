// SPDX-License-Identifier: Apache-2.0
// The desktop's window around this page, where there is one: which meeting is chosen in its agenda, and which one is
// chosen here. Three DOM events are all that passes (app/webchat/bridge.js).

import { byId, h, hidden } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/words.js';

export class Desk extends EventTarget {
  constructor() {
    super();
    this.present = false;
    this.chosen = null;
    document.addEventListener('chatcal:selection', (event) => this.hear(event.detail));
    document.dispatchEvent(new CustomEvent('chatcal:listening'));
  }

  /** Uid of the meeting the next words may speak of; null: none. */
  get about() {
    return this.chosen?.uid ?? null;
  }

  /** Shows a meeting of this page in the agenda. */
  show(uid) {
    document.dispatchEvent(new CustomEvent('chatcal:meeting', { detail: uid }));
  }

  /** The words to come are of nothing in particular, whatever stays chosen in the agenda. */
  forget() {
    this.chosen = null;
    this.draw();
  }

  hear(detail) {
    const wasPresent = this.present;
    this.present = true;
    try {
      const told = detail ? JSON.parse(detail) : null;
      this.chosen = typeof told?.uid === 'string' && told.uid ? told : null;
    } catch {
      this.chosen = null;
    }
    this.draw();
    if (!wasPresent) this.dispatchEvent(new Event('present'));
  }

  draw() {
    const line = byId('about');
    line.replaceChildren();
    line.hidden = !this.chosen;
    if (!this.chosen) return;
    line.append(icon('calendar'), h('span', { class: 'about-text', dir: 'auto' }, hidden(`${t('Speaking of')} `), this.chosen.title || t('Meeting')),
      h('button', { type: 'button', class: 'about-drop', 'aria-label': t('Speak of something else'), title: t('Speak of something else'), onclick: () => this.forget() }, icon('cross')));
  }
}
