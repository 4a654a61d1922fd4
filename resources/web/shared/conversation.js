// SPDX-License-Identifier: Apache-2.0
// One talk with the assistant: which session it is, and what was sent. Knows nothing of how it looks.

import { api, ApiError } from './api.js';
import { store } from './storage.js';

const SESSION_KEY = 'chatcal.session';
export const MESSAGE_LIMIT = 4000;

/** Length as the server counts it: Unicode code points, not UTF-16 units. */
export function messageLength(text) {
  return [...text].length;
}

/** randomUUID exists on secure origins only, and a server in a home network is often plain http. */
export function newKey() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export class Conversation {
  constructor() {
    this.busy = false;
    this.waiting = null;
  }

  /** Kept for this tab only: a shared computer must not show one guest's talk to the next. */
  get sessionId() {
    return store.tab.get(SESSION_KEY);
  }

  /**
   * What was said before the reload: the messages, an empty list for a new talk, or null when the session is over.
   * @throws {ApiError} when the server could not be asked; the session is kept.
   */
  async resume() {
    if (!this.sessionId) return [];
    try {
      const { messages = [] } = await api.history(this.sessionId);
      return messages;
    } catch (error) {
      if (!(error instanceof ApiError) || !error.sessionGone) throw error;
      this.forget();
      return null;
    }
  }

  /**
   * Sends one turn. `turn` is `{text, key, timeZone, about}`; sending the same turn again after a failure is safe.
   * `watch` follows it, see api.chat.
   * @throws {ApiError} a 404 also forgets the session, so that the next turn opens a new one.
   */
  async send(turn, watch = null) {
    this.busy = true;
    this.waiting = new AbortController();
    try {
      const reply = await api.chat({
        message: turn.text,
        sessionId: this.sessionId,
        timeZone: turn.timeZone,
        about: turn.about ?? null,
        idempotencyKey: turn.key,
        watch,
        stop: this.waiting.signal,
      });
      store.tab.set(SESSION_KEY, reply.session_id);
      return reply;
    } catch (error) {
      if (error instanceof ApiError && error.sessionGone) this.forget();
      throw error;
    } finally {
      this.busy = false;
      this.waiting = null;
    }
  }

  /** Ends the waiting for an answer: send() then fails with an ApiError of kind "stopped". */
  stop() {
    this.waiting?.abort();
  }

  forget() {
    store.tab.remove(SESSION_KEY);
  }

  /** Ends the talk on the server too. A server that is away keeps it until it expires. */
  async end() {
    const id = this.sessionId;
    this.forget();
    if (!id) return;
    try {
      await api.endSession(id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
