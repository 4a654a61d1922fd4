// SPDX-License-Identifier: Apache-2.0
// Is the server there? Asks it, rather than believing navigator.onLine: a desktop without a network still
// reaches its own server on loopback, and a laptop with Wi-Fi may reach none.

import { api } from './api.js';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15000;

export class Connection extends EventTarget {
  constructor() {
    super();
    this.online = true;
    this.timer = null;
    this.wait = FIRST_WAIT_MS;
    window.addEventListener('offline', () => this.check());
    window.addEventListener('online', () => this.check());
  }

  /** Told by a call that got no answer. */
  lost() {
    this.set(false);
    this.schedule();
  }

  /** Told by a call that got one. */
  seen() {
    this.set(true);
  }

  async check() {
    clearTimeout(this.timer);
    this.timer = null;
    try {
      await api.alive();
      this.set(true);
    } catch (error) {
      // Any answer at all, even a refusal, means that somebody is there.
      this.set(error.kind === 'http');
    }
    if (!this.online) this.schedule();
  }

  schedule() {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.check();
    }, this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  set(online) {
    if (online) {
      clearTimeout(this.timer);
      this.timer = null;
      this.wait = FIRST_WAIT_MS;
    }
    if (online === this.online) return;
    this.online = online;
    this.dispatchEvent(new Event('change'));
  }
}
