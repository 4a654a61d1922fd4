// SPDX-License-Identifier: Apache-2.0
// Puts the ChatCal widget on any page with one tag:
//   <script src="https://your.server/embed.js" data-mode="button|inline|popup" async></script>
// data-target="#id" (inline: where), data-label, data-color="#rrggbb", data-theme="light|dark|auto",
// data-lang="en|de|fr|es" (else the page's own language), data-position="left|right" (button), data-height="640|auto" (inline). A pop-up opens from every element with
// data-chatcal-open. The page hears chatcal:ready, :booked, :moved, :cancelled, :open and :close on `document`.
(() => {
  'use strict';

  const script = document.currentScript || document.querySelector('script[src*="/embed.js"]');
  if (!script) return;
  // Everything hangs on where the script came from, never on the page it runs in.
  const base = new URL('.', script.src);
  const options = script.dataset;
  const mode = ['button', 'inline', 'popup'].includes(options.mode) ? options.mode : 'button';
  const theme = ['light', 'dark'].includes(options.theme) ? options.theme : 'auto';
  const colour = /^#?[0-9a-f]{6}$/i.test(options.color || '') ? options.color.replace('#', '').toLowerCase() : '';
  // In the language of the page around it; one that is not spoken here leaves it to the browser.
  const language = (options.lang || document.documentElement.lang || '').slice(0, 2).toLowerCase();
  const labels = JSON.parse('[[all:Book a time]]');
  const label = (options.label || labels[language] || labels.en).trim();
  // A frame whose colour scheme differs from its content's is painted opaque by the browser: keep them equal.
  const scheme = theme === 'auto' ? 'light dark' : theme;

  const STYLE = `
    :host { all: initial; display: block; color-scheme: ${scheme}; font: 600 15px/1.3 system-ui, sans-serif; }
    :host([data-mode="button"]), :host([data-mode="popup"]) { position: static; width: 0; height: 0; }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: ${scheme}; background: transparent; }
    [hidden] { display: none !important; }
    .launch { position: fixed; z-index: 2147483000; bottom: max(20px, env(safe-area-inset-bottom)); display: grid;
      place-items: center; width: 60px; height: 60px; padding: 0; border: 0; border-radius: 50%; cursor: pointer;
      background: var(--fill); color: var(--ink); box-shadow: 0 6px 24px rgb(16 20 48 / 32%); transition: transform .18s; }
    .launch:hover { transform: translateY(-2px) scale(1.04); }
    .launch:focus-visible { outline: 3px solid #fff; outline-offset: 0; box-shadow: 0 0 0 6px #1b1f4a; }
    .launch svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 1.8;
      stroke-linecap: round; stroke-linejoin: round; }
    .panel { position: fixed; z-index: 2147483000; bottom: 94px; width: 400px; height: min(680px, calc(100vh - 120px));
      overflow: hidden; border-radius: 22px; background: Canvas; box-shadow: 0 18px 60px rgb(16 20 48 / 34%); }
    .right { right: max(20px, env(safe-area-inset-right)); }
    .left { left: max(20px, env(safe-area-inset-left)); }
    .panel.rise { animation: rise .2s ease-out; }
    .inline { overflow: hidden; border-radius: 20px; box-shadow: 0 2px 18px rgb(16 20 48 / 16%); }
    dialog { width: min(480px, 100vw - 24px); height: min(720px, 100vh - 24px); max-width: none; max-height: none;
      padding: 0; border: 0; border-radius: 22px; overflow: hidden; background: Canvas;
      box-shadow: 0 24px 80px rgb(16 20 48 / 45%); }
    dialog::backdrop { background: rgb(12 14 32 / 55%); }
    @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
    @media (max-width: 480px) {
      .panel { inset: 0; width: 100%; height: 100%; border-radius: 0; }
      .panel:not([hidden]) + .launch { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { .launch { transition: none; } .panel.rise { animation: none; } }`;

  const ICONS = {
    chat: 'M7 4v2.5M14 4v2.5M4 9.5h14M10 18H6.5A2.5 2.5 0 0 1 4 15.5v-7A2.5 2.5 0 0 1 6.5 6h8A2.5 2.5 0 0 1 17 8.5M13 13h5.5a2 2 0 0 1 2 2v2.5a2 2 0 0 1-2 2H18l-2.3 2v-2H13a2 2 0 0 1-2-2V15a2 2 0 0 1 2-2Z',
    cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  };

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function drawing(name) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(ns, 'path');
    path.setAttribute('d', ICONS[name]);
    svg.append(path);
    return svg;
  }

  /** Black or white, whichever can be read on @p hex (WCAG relative luminance). */
  function inkOn(hex) {
    const [r, g, b] = [0, 2, 4].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#10131f' : '#ffffff';
  }

  /** An element of ours on the page, whose inside the page's styles cannot reach. */
  function island() {
    const host = element('div', { 'data-chatcal': '', 'data-mode': mode });
    const root = host.attachShadow({ mode: 'open' });
    try {
      // A constructed sheet is no inline style, so a strict policy of the page does not stop it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(element('style', {}, STYLE));
    }
    host.style.setProperty('--fill', colour ? `#${colour}` : 'linear-gradient(135deg, #262a7a, #3b50d3 60%, #0d7490)');
    host.style.setProperty('--ink', colour ? inkOn(colour) : '#ffffff');
    return { host, root };
  }

  function frame() {
    const address = new URL('chat-widget', base);
    address.searchParams.set('embed', mode);
    address.searchParams.set('theme', theme);
    if (labels[language]) address.searchParams.set('lang', language);
    if (colour) address.searchParams.set('accent', colour);
    return element('iframe', { src: address.href, title: label, allow: 'clipboard-write' });
  }

  const tell = (type, detail = {}) => document.dispatchEvent(new CustomEvent(`chatcal:${type}`, { detail }));

  /** Hears @p view, and nobody else: both the window and its origin have to be right. */
  function listen(view, handlers) {
    window.addEventListener('message', (event) => {
      if (event.origin !== base.origin || event.source !== view.contentWindow) return;
      const data = event.data;
      if (!data || data.source !== 'chatcal') return;
      if (handlers[data.type]) handlers[data.type](data);
      if (['ready', 'booked', 'moved', 'cancelled'].includes(data.type)) tell(data.type, { meeting: data.meeting });
    });
  }

  function focusInside(view) {
    view.focus();
    view.contentWindow.postMessage({ source: 'chatcal-embed', type: 'focus' }, base.origin);
  }

  function startButton() {
    const { host, root } = island();
    const side = options.position === 'left' ? 'left' : 'right';
    const panel = element('div', { class: `panel ${side}`, id: 'panel', role: 'dialog', 'aria-label': label, hidden: '' });
    const button = element('button', {
      class: `launch ${side}`, type: 'button', 'aria-label': label, title: label, 'aria-expanded': 'false', 'aria-controls': 'panel',
    }, drawing('chat'));
    root.append(panel, button);
    let view = null;

    const close = () => {
      if (panel.hidden) return;
      panel.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      button.replaceChildren(drawing('chat'));
      button.focus();
      tell('close');
    };
    const open = () => {
      panel.hidden = false;
      panel.classList.add('rise');
      button.setAttribute('aria-expanded', 'true');
      button.replaceChildren(drawing('cross'));
      if (view) {
        focusInside(view);
      } else {
        // Made on first use: a page that nobody chats on pays nothing.
        view = frame();
        panel.append(view);
        listen(view, { close, ready: () => panel.hidden || focusInside(view) });
      }
      tell('open');
    };

    button.addEventListener('click', () => (panel.hidden ? open() : close()));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    document.body.append(host);
  }

  function startInline() {
    const target = options.target ? document.querySelector(options.target) : null;
    const { host, root } = island();
    const view = frame();
    const box = element('div', { class: 'inline' }, view);
    const fixed = Number.parseInt(options.height, 10);
    box.style.height = `${fixed > 0 ? fixed : 640}px`;
    root.append(box);
    listen(view, {
      resize: ({ height }) => {
        if (options.height === 'auto' && Number.isFinite(height)) box.style.height = `${Math.min(Math.max(height, 480), 900)}px`;
      },
    });
    if (target) target.append(host);
    else script.after(host);
  }

  function startPopup() {
    const { host, root } = island();
    const dialog = element('dialog', { 'aria-label': label });
    root.append(dialog);
    let view = null;
    let opener = null;
    const close = () => dialog.open && dialog.close();
    dialog.addEventListener('close', () => {
      if (opener && opener.isConnected) opener.focus();
      tell('close');
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) close(); // the backdrop: inside, the frame takes the clicks
    });
    document.addEventListener('click', (event) => {
      const asked = event.target instanceof Element ? event.target.closest('[data-chatcal-open]') : null;
      if (!asked || dialog.open) return;
      event.preventDefault();
      opener = asked;
      dialog.showModal();
      if (view) {
        focusInside(view);
      } else {
        view = frame();
        dialog.append(view);
        listen(view, { close, ready: () => dialog.open && focusInside(view) });
      }
      tell('open');
    });
    document.body.append(host);
  }

  const start = { button: startButton, inline: startInline, popup: startPopup }[mode];
  // The tag may stand in the head, and an inline target may come after it.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
})();
