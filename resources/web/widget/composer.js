// SPDX-License-Identifier: Apache-2.0
// The box one writes in.

import { MESSAGE_LIMIT, messageLength } from '../shared/conversation.js';
import { byId } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { store } from '../shared/storage.js';
import { tn } from '../shared/words.js';

const DRAFT_KEY = 'chatcal.draft';
const STOP_AFTER_MS = 700; // quick answers need no button that comes and goes
const COUNTER_FROM = 0.9; // of the limit: until then the number would only distract

export class Composer {
  /** @p onSend gets trimmed text of 1 to `limit` code points; @p onStop ends the waiting for an answer. */
  constructor({ onSend, onStop }) {
    this.box = byId('message');
    this.button = byId('send');
    this.stopButton = byId('stop');
    this.counter = byId('counter');
    this.limit = MESSAGE_LIMIT;
    this.onSend = onSend;
    this.busy = false;
    this.waiting = null;
    this.button.append(icon('send'));
    this.stopButton.append(icon('stop'));
    this.stopButton.addEventListener('click', onStop);
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('keydown', (event) => {
      // isComposing: Enter that ends an input-method word is not the Enter that sends.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener('input', () => this.changed());
    // What one line holds follows the width, which a page may get only after it was loaded.
    let width = 0;
    new ResizeObserver(() => {
      if (this.box.clientWidth !== width) requestAnimationFrame(() => this.fit()); // not while sizes are being told
      width = this.box.clientWidth;
    }).observe(this.box);
    this.box.value = store.tab.get(DRAFT_KEY) ?? '';
    this.changed();
  }

  get text() {
    return this.box.value.trim();
  }

  submit() {
    const { text } = this;
    if (this.busy || !text || messageLength(text) > this.limit) return;
    this.onSend(text);
  }

  /** Empties the box if it still holds what was sent; a tapped suggestion leaves a half-written message alone. */
  sent(text) {
    if (this.text === text) this.set('');
  }

  /** Puts unsent words back, before whatever was written since. */
  restore(text) {
    const since = this.text;
    this.set(since && since !== text ? `${text}\n${since}` : text);
    this.focus();
  }

  /** Begins a message for the person to finish. */
  compose(text) {
    const had = this.text;
    this.set(had ? `${had} ${text}` : text);
    this.focus();
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  set(text) {
    this.box.value = text;
    this.changed();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  /** Not on a phone, where the keyboard would jump up over the answer. */
  focusIfSuitable() {
    const elsewhere = document.activeElement && document.activeElement !== document.body && document.activeElement !== this.box;
    const inLog = elsewhere && byId('log').contains(document.activeElement) && document.activeElement.matches('[data-keep-focus]');
    if (window.matchMedia('(pointer: fine)').matches && !inLog) this.focus();
  }

  setBusy(busy) {
    this.busy = busy;
    this.changed();
  }

  /** While a slow answer is waited for, the waiting can be ended where one else sends. */
  setWaiting(on) {
    clearTimeout(this.waiting);
    if (on) this.waiting = setTimeout(() => this.offerStop(true), STOP_AFTER_MS);
    else this.offerStop(false);
  }

  offerStop(on) {
    const had = document.activeElement;
    this.button.hidden = on;
    this.stopButton.hidden = !on;
    if (had === this.button && on) this.stopButton.focus();
    if (had === this.stopButton && !on) this.box.focus({ preventScroll: true });
  }

  changed() {
    store.tab.set(DRAFT_KEY, this.box.value);
    const length = messageLength(this.text);
    const over = length > this.limit;
    this.button.disabled = this.busy || length === 0 || over;
    this.box.setAttribute('aria-invalid', String(over));
    this.counter.classList.toggle('over', over);
    this.counter.textContent = length >= this.limit * COUNTER_FROM
      ? over ? tn('%n characters too many', length - this.limit) : tn('%n characters left', this.limit - length)
      : '';
    this.fit();
  }

  /** Grows with the text; the style sheet sets where it ends. */
  fit() {
    this.box.style.height = 'auto';
    this.box.style.height = `${this.box.scrollHeight}px`;
    // Heights are rounded to whole pixels: less than a line is none to scroll by.
    const more = this.box.scrollHeight - this.box.clientHeight;
    this.box.style.overflowY = more > 4 ? 'auto' : 'hidden';
  }
}
