// SPDX-License-Identifier: Apache-2.0
// Building elements. Text always enters as text: there is no way to hand markup to these helpers.

/**
 * h('button', {class: 'primary', type: 'button', onclick: send, 'aria-label': 'Send'}, icon('send'), 'Send')
 * Attributes that are null, undefined or false are left out; true writes an empty one.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Text for screen readers only. */
export const hidden = (text) => h('span', { class: 'visually-hidden' }, text);

export const reducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Arrow keys, Home and End move among the buttons of a group, and Tab passes the group in one step
 * (the "roving tabindex" of the ARIA Authoring Practices, toolbar pattern).
 */
export function roveFocus(group) {
  const items = () => [...group.querySelectorAll('button:not([disabled])')];
  const settle = () => {
    const all = items();
    const current = all.find((item) => item.tabIndex === 0 && item.dataset.rove === 'current') ?? all[0];
    for (const item of all) item.tabIndex = item === current ? 0 : -1;
  };
  const moveTo = (item) => {
    for (const other of items()) {
      delete other.dataset.rove;
      other.tabIndex = -1;
    }
    item.dataset.rove = 'current';
    item.tabIndex = 0;
    item.focus();
  };
  group.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    let next = null;
    if (step) next = all[(at + step + all.length) % all.length];
    else if (event.key === 'Home') next = all[0];
    else if (event.key === 'End') next = all[all.length - 1];
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  });
  settle();
  return group;
}

/** Copies text; where the clipboard API is missing (plain http) the old way still works. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', { class: 'visually-hidden', 'aria-hidden': 'true', tabindex: '-1' });
    const before = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    before?.focus();
    return done;
  }
}
