// SPDX-License-Identifier: Apache-2.0
// Text first: every answer as words, the tools it used, and the answer itself on demand.

import { api, ApiError } from '../shared/api.js';
import { Conversation, MESSAGE_LIMIT, messageLength, newKey } from '../shared/conversation.js';
import { doing } from '../shared/doing.js';
import { byId, h } from '../shared/dom.js';
import { explain } from '../shared/problems.js';
import { sanitize } from '../shared/sanitize.js';
import { listsOfSlots, saysSlot } from '../shared/slottimes.js';
import { browserZone } from '../shared/time.js';
import { t } from '../shared/words.js';
import { cardLines } from './cardlines.js';

const conversation = new Conversation();
const log = byId('log');
const box = byId('message');
const YOU = t('You');
let hostName = t('Assistant');

function entry(who, ...content) {
  const made = h('article', { class: who === YOU ? 'own' : 'theirs' }, h('h2', {}, who), content);
  log.append(made);
  made.scrollIntoView({ block: 'nearest' });
  return made;
}

function addReply(reply) {
  const words = h('div', { class: 'words', dir: 'auto' });
  if (reply.response) words.append(sanitize(reply.response));
  else words.append(h('p', {}, reply.text ?? ''));
  const lines = (reply.cards ?? []).flatMap((card) => cardLines(withoutSaid(card, words), browserZone()));
  const tools = reply.tools_used ?? [];
  entry(hostName, words,
    lines.length ? h('ul', { class: 'facts' }, lines.map((line) => h('li', { dir: 'auto' }, line))) : null,
    (reply.suggestions ?? []).length ? h('p', { class: 'ideas' }, `${t('You could say:')} `, reply.suggestions.map((text) => h('button', {
      type: 'button', class: 'link', onclick: () => send(text),
    }, text))) : null,
    reply.session_id ? h('p', { class: 'tools' }, tools.length ? t('Tools: %1', tools.join(', ')) : t('No tools used'), reply.model ? ` · ${t('model: %1', reply.model)}` : '') : null,
    reply.session_id ? rawJson(reply) : null);
}

/** A card of free times without those that the words list already, in the language of the talk. */
function withoutSaid(card, words) {
  if (card.kind !== 'slots') return card;
  const zone = card.time_zone ?? browserZone();
  const said = listsOfSlots(words, card, zone).flatMap((list) => [...list.children].map((line) => line.textContent));
  return { ...card, slots: (card.slots ?? []).filter((slot) => !said.some((line) => saysSlot(line, slot, zone))) };
}

/** The session's id opens this talk, so it is not shown to whoever looks over a shoulder. */
function rawJson(reply) {
  const shown = { ...reply, session_id: `${reply.session_id.slice(0, 6)}…` };
  return h('details', {}, h('summary', {}, t('Raw JSON')), h('pre', { tabindex: '0' }, JSON.stringify(shown, null, 2)));
}

function say(text) {
  byId('state').textContent = text;
}

/** Follows a turn; the reply takes the place of the words shown meanwhile. */
function watcher() {
  let draft = null;
  const drop = () => {
    draft?.remove();
    draft = null;
  };
  return {
    drop,
    onLost: drop,
    onTool: ({ name, state }) => {
      if (state === 'started' && doing(name)) say(`${doing(name)}…`);
    },
    onToken: (text, replaces) => {
      if (replaces) drop();
      if (!text) return;
      if (!draft) {
        draft = entry(hostName, h('p', { class: 'words', dir: 'auto' }));
        draft.setAttribute('aria-hidden', 'true'); // the reply will be read, once
      }
      draft.lastChild.append(text);
    },
  };
}

function setBusy(busy) {
  byId('send').disabled = busy;
  say(busy ? t('Waiting for the answer…') : '');
}

function send(text) {
  if (conversation.busy || !text || messageLength(text) > MESSAGE_LIMIT) {
    if (messageLength(text) > MESSAGE_LIMIT) say(t('A message has at most %1 characters.', MESSAGE_LIMIT));
    return;
  }
  if (box.value.trim() === text) box.value = '';
  const own = entry(YOU, h('p', { class: 'words', dir: 'auto' }, text));
  attempt({ text, key: newKey(), timeZone: browserZone() }, own);
}

async function attempt(turn, own) {
  own.querySelector('.problem')?.remove();
  setBusy(true);
  const watch = watcher();
  const slow = setTimeout(() => { byId('stop').hidden = false; }, 700); // quick answers need no button
  try {
    const reply = await conversation.send(turn, watch);
    watch.drop();
    setBusy(false);
    addReply(reply);
  } catch (error) {
    watch.drop();
    setBusy(false);
    if (!(error instanceof ApiError)) throw error;
    fail(error, turn, own);
  } finally {
    clearTimeout(slow);
    byId('stop').hidden = true;
  }
  box.focus();
}

function fail(error, turn, own) {
  if (error.sessionGone) {
    own.remove();
    box.value = turn.text;
    say(t('The earlier conversation has ended, so this is a fresh one. Your message is still in the box.'));
    return;
  }
  const problem = explain(error);
  const way = problem.retry
    ? h('button', { type: 'button', class: 'link', onclick: () => attempt(turn, own) }, t('Try again'))
    : h('button', { type: 'button', class: 'link', onclick: () => { own.remove(); box.value = turn.text; box.focus(); } }, t('Edit message'));
  const wait = problem.wait > 0 ? ` ${t('Worth trying again in %1 s.', problem.wait)}` : '';
  own.append(h('p', { class: 'problem', role: 'alert' }, `${problem.title}. ${problem.detail}${wait} `, way));
}

async function start() {
  setBusy(true);
  let greeting = t('Hello! Tell me when you would like to meet.');
  try {
    const config = await api.config();
    hostName = t('%1’s assistant', config.host_name);
    byId('with').textContent = t('with %1', hostName);
    document.title = t('Simple chat with %1', config.host_name);
    greeting = config.greeting || greeting;
  } catch {
    // The talk itself will say what is wrong.
  }
  addReply({ text: greeting });
  try {
    const messages = await conversation.resume();
    for (const message of messages ?? []) {
      if (message.role === 'assistant') addReply({ response: message.html, text: message.text, cards: message.cards });
      else entry(YOU, h('p', { class: 'words', dir: 'auto' }, message.text));
    }
    setBusy(false);
    if (messages === null) say(t('The earlier conversation has ended, so this is a fresh one.'));
  } catch (error) {
    setBusy(false);
    say(explain(error).title);
  }
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  send(box.value.trim());
});
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send(box.value.trim());
});
byId('stop').addEventListener('click', () => conversation.stop());
byId('restart').addEventListener('click', async () => {
  await conversation.end();
  log.replaceChildren();
  await start();
  box.focus();
});

start();
