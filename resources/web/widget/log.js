// SPDX-License-Identifier: Apache-2.0
// The list of messages: what each side said, cards, notices, suggestions, the typing dots.

import { doing } from '../shared/doing.js';
import { byId, h, hidden, reducedMotion, roveFocus } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { sanitize } from '../shared/sanitize.js';
import { listsOfSlots, saysSlot } from '../shared/slottimes.js';
import { browserZone } from '../shared/time.js';
import { t } from '../shared/words.js';

const NEAR_END_PX = 80;

/** The words list free times for those who read no cards; here the card below has them, one tap away. */
function dropRepeated(bubble, cards) {
  for (const card of cards) for (const list of listsOfSlots(bubble, card, zoneOf(card))) list.remove();
}

/** A free time of a card as a suggestion. */
const isOffered = (text, cards) => cards.some((card) => card.slots.some((slot) => saysSlot(text, slot, zoneOf(card))));

const zoneOf = (card) => card.time_zone ?? browserZone();

export class Log {
  constructor({ shelf, onSuggestion }) {
    this.scroller = byId('log');
    this.list = byId('messages');
    this.typing = byId('typing');
    this.latest = byId('latest');
    this.shelf = shelf;
    this.onSuggestion = onSuggestion;
    this.hostName = '';
    this.suggestions = null;
    this.draft = null;
    this.doing = null;
    this.latest.append(icon('down'));
    this.latest.addEventListener('click', () => this.scrollToEnd());
    this.scroller.addEventListener('scroll', () => this.showLatest(), { passive: true });
  }

  /** Adds without a screen reader reading it all out: what was said before the reload is not news. */
  quietly(work) {
    this.scroller.setAttribute('aria-live', 'off');
    work();
    setTimeout(() => this.scroller.setAttribute('aria-live', 'polite'), 500);
  }

  clear() {
    this.list.replaceChildren();
    this.suggestions = null;
  }

  /** The guest's or host's own words, always as text. Returns what can become of them. */
  addOwn(text) {
    const note = h('div', { class: 'note' });
    const bubble = h('div', { class: 'bubble' }, text);
    const item = h('div', { class: 'message own', dir: 'auto' }, hidden(`${t('You:')} `), bubble, note);
    this.list.append(item);
    this.scrollToEnd();
    return new OwnMessage(item, note);
  }

  /** @p reply is the API's reply; only `text` or `response` is needed. */
  addReply({ response, text, cards = [], suggestions = [] }) {
    this.clearSuggestions();
    // In the place of words that were shown as they came, without rising again.
    const item = h('div', { class: this.draft ? 'message theirs still' : 'message theirs' }, hidden(`${t('Assistant:')} `));
    this.dropDraft();
    const bubble = h('div', { class: 'bubble', dir: 'auto' });
    if (response) bubble.append(sanitize(response));
    else bubble.append(h('p', {}, text ?? ''));
    const offers = (cards ?? []).filter(({ kind, slots }) => kind === 'slots' && slots?.length);
    dropRepeated(bubble, offers);
    if (bubble.textContent.trim()) item.append(bubble);
    for (const card of cards ?? []) {
      const made = this.shelf.add(card);
      if (made) item.append(made);
    }
    this.list.append(item);
    this.addSuggestions((suggestions ?? []).filter((text) => !isOffered(text, offers)));
    this.scrollTo(item);
  }

  /** A line of our own, such as "this is a fresh conversation"; may offer one thing to do. */
  addNotice(text, offer = null) {
    const line = h('div', { class: 'aside' }, h('p', {}, text));
    if (offer) line.append(h('button', { type: 'button', class: 'link', onclick: offer.action }, offer.label));
    this.list.append(line);
    this.scrollToEnd();
  }

  addSuggestions(texts) {
    if (!texts.length) return;
    const chips = texts.map((text) => h('button', {
      type: 'button', class: 'chip', 'data-sends': true, onclick: () => this.onSuggestion(text),
    }, text));
    this.suggestions = roveFocus(h('div', { class: 'suggestions', role: 'group', 'aria-label': t('Suggested answers') }, chips));
    this.list.append(this.suggestions);
  }

  clearSuggestions() {
    this.suggestions?.remove();
    this.suggestions = null;
  }

  redrawCards() {
    this.shelf.redraw();
  }

  setTyping(on) {
    this.dropDraft();
    this.typing.replaceChildren();
    if (!on) return;
    const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
    this.doing = h('span', { class: 'doing' }, hidden(t('The assistant is writing.')));
    this.typing.append(h('span', { class: 'typing' }, dots, this.doing));
    this.scrollToEnd();
  }

  /** Shows a turn as it happens; the reply replaces it. */
  watcher() {
    return {
      onTool: ({ name, state }) => {
        if (state === 'started' && doing(name)) this.doing.textContent = doing(name);
      },
      onToken: (text, replaces) => {
        if (replaces) this.dropDraft();
        if (!text) return;
        const follow = this.isNearEnd;
        if (!this.draft) {
          // Hidden from screen readers: they would read every word twice.
          this.draft = h('div', { class: 'message theirs', 'aria-hidden': 'true' }, h('div', { class: 'bubble draft', dir: 'auto' }));
          this.list.append(this.draft);
          this.doing.replaceChildren();
        }
        this.draft.firstChild.append(text);
        if (follow) this.scroller.scrollTop = this.scroller.scrollHeight;
      },
      onLost: () => this.dropDraft(),
    };
  }

  dropDraft() {
    this.draft?.remove();
    this.draft = null;
  }

  scrollToStart() {
    this.scroller.scrollTo({ top: 0, behavior: 'auto' });
  }

  scrollToEnd() {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: this.behavior });
  }

  /** Shows a reply from its first line; one that fits is shown whole. */
  scrollTo(item) {
    const top = item.offsetTop - 12;
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    this.scroller.scrollTo({ top: Math.min(top, end), behavior: this.behavior });
    this.showLatest();
  }

  get behavior() {
    return reducedMotion() ? 'auto' : 'smooth';
  }

  get isNearEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  showLatest() {
    this.latest.hidden = this.isNearEnd;
  }
}

class OwnMessage {
  constructor(item, note) {
    this.item = item;
    this.note = note;
    this.timer = null;
  }

  sending() {
    clearInterval(this.timer);
    this.item.classList.remove('failed');
    this.note.replaceChildren();
  }

  sent() {
    this.sending();
  }

  remove() {
    clearInterval(this.timer);
    this.item.remove();
  }

  /** @p problem comes from explain(). The message stays, with a way on. */
  failed(problem, { retry, edit }) {
    this.item.classList.add('failed');
    const button = problem.retry
      ? h('button', { type: 'button', class: 'button small', onclick: retry }, icon('refresh'), h('span', {}, t('Try again')))
      : h('button', { type: 'button', class: 'button small', onclick: edit }, t('Edit message'));
    this.note.replaceChildren(
      h('div', { class: 'problem', role: 'alert' }, h('strong', {}, problem.title), h('span', {}, problem.detail)),
      button,
    );
    if (problem.retry && problem.wait > 0) this.countDown(button, problem.wait);
    this.item.scrollIntoView({ block: 'nearest' });
  }

  countDown(button, seconds) {
    const label = button.querySelector('span');
    const until = Date.now() + seconds * 1000;
    button.disabled = true;
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      if (left > 0) {
        label.textContent = t('Try again in %1 s', left);
        return;
      }
      clearInterval(this.timer);
      label.textContent = t('Try again');
      button.disabled = false;
    };
    tick();
    this.timer = setInterval(tick, 250);
  }
}
