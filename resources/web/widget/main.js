// SPDX-License-Identifier: Apache-2.0
// The widget: puts the parts together and decides what happens when a message is sent.

import { api, ApiError } from '../shared/api.js';
import { Connection } from '../shared/connection.js';
import { Conversation, MESSAGE_LIMIT, newKey } from '../shared/conversation.js';
import { byId } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { explain } from '../shared/problems.js';
import { t } from '../shared/words.js';
import { CardShelf } from './cards.js';
import { Composer } from './composer.js';
import { Desk } from './desk.js';
import { Frame } from './frame.js';
import { Log } from './log.js';
import { showQuickActions, welcomeHost } from './quickactions.js';
import { ZonePicker } from './zonepicker.js';

const DEFAULTS = { role: 'guest', host_name: t('your host'), greeting: '', time_zone: 'UTC', max_message_length: MESSAGE_LIMIT };

const RESENDS = 5; // of one turn by itself, where calls go through and turns do not

class Widget {
  constructor() {
    this.shell = byId('shell');
    this.conversation = new Conversation();
    this.connection = new Connection();
    this.frame = new Frame();
    this.composer = new Composer({ onSend: (text) => this.send(text), onStop: () => this.conversation.stop() });
    this.desk = new Desk();
    this.zones = new ZonePicker({ onChange: () => this.log.redrawCards() });
    this.shelf = new CardShelf({
      zone: () => this.zones.zone,
      hostZone: () => this.config.time_zone,
      send: (text, timeZone) => this.send(text, timeZone),
      show: () => (this.desk.present ? (uid) => this.desk.show(uid) : null),
    });
    this.log = new Log({ shelf: this.shelf, onSuggestion: (text) => this.send(text) });
    this.config = DEFAULTS;
    this.unsent = null;
    this.wire();
  }

  wire() {
    byId('restart').append(icon('plus'));
    byId('close').append(icon('cross'));
    byId('close').hidden = !this.frame.closable;
    byId('close').addEventListener('click', () => this.frame.post('close'));
    byId('restart').addEventListener('click', () => byId('ask').showModal());
    byId('ask').addEventListener('close', () => {
      if (byId('ask').returnValue === 'new') this.restart();
      byId('ask').returnValue = '';
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || byId('ask').open) return;
      if (this.frame.closable) this.frame.post('close');
      else this.composer.focus();
    });
    document.addEventListener('chatcal:focus', () => this.composer.focus());
    this.desk.addEventListener('present', () => this.log.redrawCards());
    this.connection.addEventListener('change', () => {
      this.showStatus();
      this.resend();
    });
    this.frame.onFocus(() => this.composer.focus());
  }

  async start() {
    this.setBusy(true);
    try {
      this.config = { ...DEFAULTS, ...(await api.config()) };
    } catch {
      this.connection.lost(); // the page works without it, only less personally
    }
    this.introduce();
    await this.resume();
    this.setBusy(false);
    this.frame.watchHeight();
    this.frame.post('ready', { version: this.config.version ?? '' });
    if (!this.frame.framed) this.composer.focusIfSuitable();
  }

  introduce() {
    const name = this.config.host_name;
    const isHost = this.config.role === 'host';
    if (isHost) {
      welcomeHost();
      this.zones.follow(this.config.time_zone);
    }
    showQuickActions({
      role: this.config.role,
      send: (text) => this.send(text),
      compose: (text) => this.composer.compose(text),
    });
    document.title = isHost ? 'ChatCal' : t('Book a time with %1', name);
    const [initial = '', ...rest] = name.trim();
    byId('host').textContent = initial.toLocaleUpperCase() + rest.join('');
    byId('avatar').textContent = initial.toLocaleUpperCase();
    this.composer.limit = this.config.max_message_length;
    this.zones.fill(this.config.time_zone);
    this.log.hostName = name;
    this.showStatus();
  }

  greet() {
    const text = this.config.greeting
      || t('Hello! I keep the calendar for %1. Tell me when you would like to meet, and I will book it.', this.config.host_name);
    this.log.addReply({ text });
  }

  async resume() {
    this.log.quietly(() => this.greet());
    this.setFresh(true);
    let messages = [];
    try {
      messages = await this.conversation.resume();
    } catch (error) {
      this.noteFailure(error);
      this.log.addNotice(t('The earlier messages cannot be shown right now. They are not lost.'), {
        label: t('Try again'),
        action: () => this.reload(),
      });
      return;
    }
    if (messages === null) {
      this.log.addNotice(t('Our earlier conversation has ended, so this is a fresh one.'));
      return;
    }
    this.setFresh(messages.length === 0);
    if (!messages.length) {
      this.log.scrollToStart();
      return;
    }
    this.log.quietly(() => {
      for (const message of messages) {
        if (message.role === 'assistant') this.log.addReply({ response: message.html, text: message.text, cards: message.cards });
        else this.log.addOwn(message.text);
      }
    });
    this.log.scrollToEnd();
  }

  async reload() {
    this.log.clear();
    this.setBusy(true);
    await this.resume();
    this.setBusy(false);
  }

  async restart() {
    this.setBusy(true);
    this.unsent = null;
    await this.conversation.end();
    this.log.clear();
    this.shelf.forget();
    this.setFresh(true);
    this.greet();
    this.setBusy(false);
    this.composer.focus();
  }

  /** Sends what a person wrote or tapped. Ignored while an answer is on its way. */
  send(text, timeZone = this.zones.zone) {
    if (this.busy) return;
    this.setFresh(false);
    const own = this.log.addOwn(text);
    this.composer.sent(text);
    this.attempt({ text, timeZone, about: this.desk.about, key: newKey() }, own);
  }

  /** One try of one turn. A later try of the same turn has the same key, so nothing is booked twice. */
  async attempt(turn, own) {
    if (this.busy) return;
    this.unsent = null;
    own.sending();
    this.log.clearSuggestions();
    this.setBusy(true);
    this.log.setTyping(true);
    this.composer.setWaiting(true);
    try {
      const reply = await this.conversation.send(turn, this.config.streaming ? this.log.watcher() : null);
      this.connection.seen();
      own.sent();
      this.zones.adopt(reply.cards);
      this.log.addReply(reply);
      this.frame.announce(reply);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.fail(error, turn, own);
    } finally {
      this.log.setTyping(false);
      this.composer.setWaiting(false);
      this.setBusy(false);
      this.composer.focusIfSuitable();
    }
  }

  fail(error, turn, own) {
    this.noteFailure(error);
    if (error.sessionGone) {
      own.remove();
      this.composer.restore(turn.text);
      this.log.addNotice(t('Our earlier conversation has ended, so this is a fresh one. Your message is still in the box: send it when you are ready.'));
      return;
    }
    if (['network', 'timeout'].includes(error.kind)) this.unsent = { turn, own };
    const resends = this.unsent?.turn === turn && (turn.resends ?? 0) < RESENDS;
    own.failed(explain(error, resends), {
      retry: () => this.attempt(turn, own),
      edit: () => {
        own.remove();
        this.composer.restore(turn.text);
      },
    });
  }

  /** What nobody answered goes out again once the server is back, under its key. */
  resend() {
    if (!this.connection.online || this.busy || !this.unsent) return;
    const { turn, own } = this.unsent;
    turn.resends = (turn.resends ?? 0) + 1;
    if (turn.resends <= RESENDS) this.attempt(turn, own);
  }

  noteFailure(error) {
    if (error.kind === 'stopped') return;
    if (error.kind === 'http') this.connection.seen();
    else this.connection.lost();
  }

  /** Nothing was said yet: there is room for a word on how to begin. */
  setFresh(fresh) {
    this.shell.toggleAttribute('data-fresh', fresh);
  }

  setBusy(busy) {
    this.busy = busy;
    this.shell.toggleAttribute('data-busy', busy);
    this.composer.setBusy(busy);
    for (const button of this.shell.querySelectorAll('[data-sends]')) button.setAttribute('aria-disabled', String(busy));
  }

  showStatus() {
    const { online } = this.connection;
    this.shell.toggleAttribute('data-offline', !online);
    byId('state').textContent = online ? t('Online') : t('Offline');
    const banner = byId('banner');
    banner.replaceChildren();
    if (!online) banner.append(icon('offline'), t('You are offline, or the server is. What you write is kept.'));
  }
}

new Widget().start();
