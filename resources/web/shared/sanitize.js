// SPDX-License-Identifier: Apache-2.0
// The server sends sanitised HTML. This is the second lock: only known elements are built, nothing is copied.

const ALLOWED = new Set(['P', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'A', 'BR', 'CODE', 'PRE', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const DROPPED_WHOLE = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'NOSCRIPT', 'TEXTAREA', 'TITLE', 'SVG', 'MATH']);
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)/i;
const DEEPEST = 24;

function copyChildren(from, to, depth) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, to, depth);
  }
}

function copyElement(node, to, depth) {
  const tag = node.tagName.toUpperCase();
  if (DROPPED_WHOLE.has(tag)) return;
  // An unknown element goes, its words stay.
  if (!ALLOWED.has(tag) || depth > DEEPEST) {
    to.append(node.textContent ?? '');
    return;
  }
  // A heading inside a message must not upset the page's own outline.
  const made = document.createElement(/^H[1-6]$/.test(tag) ? 'p' : tag);
  if (made.tagName === 'P' && tag !== 'P') made.className = 'heading';
  if (tag === 'A') {
    const href = (node.getAttribute('href') ?? '').trim();
    if (SAFE_LINK.test(href)) {
      made.href = href;
      made.target = '_blank';
      made.rel = 'noopener noreferrer nofollow';
    }
  }
  copyChildren(node, made, depth + 1);
  to.append(made);
}

/** A fragment holding what is allowed of @p html. DOMParser runs no script and loads nothing. */
export function sanitize(html) {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(String(html), 'text/html');
  copyChildren(parsed.body, fragment, 0);
  return fragment;
}
