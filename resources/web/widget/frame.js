// SPDX-License-Identifier: Apache-2.0
// Talk with the page that embeds the widget. Nothing personal goes there: an id and a time, no names or addresses.

import { byId } from '../shared/dom.js';

const SOURCE = 'chatcal';

export class Frame {
  constructor() {
    this.framed = window.parent !== window;
    /** Whether the embedding page can hide the widget (floating button and pop-up). */
    this.closable = this.framed && ['button', 'popup'].includes(new URLSearchParams(location.search).get('embed'));
    this.target = this.parentOrigin();
    if (this.framed) document.documentElement.dataset.framed = '';
  }

  /** The embedding page's origin. Firefox has no ancestorOrigins, and a page may send no referrer. */
  parentOrigin() {
    const known = window.location.ancestorOrigins?.[0];
    if (known && known !== 'null') return known;
    try {
      return new URL(document.referrer).origin;
    } catch {
      return '*';
    }
  }

  post(type, data = {}) {
    if (this.framed) window.parent.postMessage({ source: SOURCE, type, ...data }, this.target);
  }

  /** Tells what a reply changed. */
  announce(reply) {
    const used = reply.tools_used ?? [];
    const meeting = (reply.cards ?? []).find((card) => card.kind === 'meeting')?.meeting;
    if (!meeting) return;
    const { id, start, end, status } = meeting;
    const facts = { meeting: { id, start, end, status } };
    if (used.includes('create_appointment')) this.post('booked', facts);
    else if (used.includes('reschedule_appointment')) this.post('moved', facts);
    else if (used.includes('cancel_appointment')) this.post('cancelled', facts);
  }

  /** Calls @p focus when the embedding page opens the panel. */
  onFocus(focus) {
    window.addEventListener('message', (event) => {
      if (event.source !== window.parent || !this.framed) return;
      if (event.data?.source === 'chatcal-embed' && event.data.type === 'focus') focus();
    });
  }

  /** Keeps the embedding page told how much room the talk would like. */
  watchHeight() {
    if (!this.framed) return;
    const parts = [document.querySelector('.top'), byId('messages'), document.querySelector('.bottom')];
    let last = 0;
    const measure = () => {
      const height = Math.ceil(parts.reduce((sum, part) => sum + part.offsetHeight, 0));
      if (height !== last) this.post('resize', { height });
      last = height;
    };
    const observer = new ResizeObserver(measure);
    for (const part of parts) observer.observe(part);
    measure();
  }
}
