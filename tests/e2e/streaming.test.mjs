// SPDX-License-Identifier: Apache-2.0
// Words that come while the assistant speaks, and what is done where they cannot.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { axeFindings, closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startFront } from './support/front.mjs';
import { startServer } from './support/server.mjs';
import { ONE_MESSAGE, openWidget, settled } from './support/widget.mjs';

let browser;
let server;
let front;
let page;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await startServer();
  front = await startFront(server.origin);
  page = await openPage(browser, { viewport: { width: 390, height: 760 } });
});
afterEach(async () => {
  try {
    await closePage(page);
  } finally {
    await front.stop();
    await server.stop();
  }
});

async function send(text) {
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
}

const draft = () => page.locator('.bubble.draft');

/** A turn that speaks and then waits for `release()` before its reply. */
function slowTurn(words) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  front.onStream(async (turn) => {
    turn.event('tool', { name: 'check_availability', state: 'started' });
    for (const word of words) turn.event('token', typeof word === 'string' ? { text: word } : word);
    await held;
    turn.event('reply', await turn.realReply());
    turn.end();
  });
  return release;
}

for (const scheme of ['light', 'dark']) {
  test(`words are seen as they come, and the reply takes their place (${scheme})`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await openWidget(page, front.origin);
    const release = slowTurn(['Grace is free ', 'on Tuesday', ' at 2 PM.\nShall I ', 'keep <b>that</b>?']);
    await send(ONE_MESSAGE);
    await page.getByText('keep <b>that</b>?').waitFor();
    assert.equal(await draft().innerText(), 'Grace is free on Tuesday at 2 PM.\nShall I keep <b>that</b>?', 'markup is text');
    assert.equal(await draft().locator('b').count(), 0);
    assert.equal(await page.locator('.message.theirs[aria-hidden="true"]').count(), 1, 'a screen reader waits for the reply');
    await page.getByRole('button', { name: 'Stop waiting' }).waitFor();
    await keepPicture(page, `widget-streaming-${scheme}`);
    assert.deepEqual(await axeFindings(page), []);
    release();
    await page.locator('.card.meeting').waitFor();
    await settled(page);
    assert.equal(await draft().count(), 0);
    assert.equal(await page.locator('.message.theirs').count(), 2, 'the greeting and the reply');
    assert.ok(await page.getByRole('button', { name: 'Send' }).isVisible());
    assert.equal(front.asked('/chat'), 0);
    await keepPicture(page, `widget-streamed-${scheme}`);
  });
}

test('tool progress is told in words', async () => {
  await openWidget(page, front.origin);
  const release = slowTurn([]);
  await send('When is Grace free?');
  await page.locator('#typing').getByText('Looking at the calendar').waitFor();
  await keepPicture(page, 'widget-tool-progress');
  release();
  await settled(page);
});

test('words that are taken back are gone', async () => {
  await openWidget(page, front.origin);
  const release = slowTurn(['Let me look that up.', { text: '', replace: true }, 'Tuesday ', 'is free.']);
  await send('When?');
  await page.getByText('Tuesday is free.').waitFor();
  assert.equal(await page.getByText('Let me look').count(), 0);
  release();
  await settled(page);
});

test('a stream cut in the middle is asked for again in one piece, and nothing is booked twice', async () => {
  page.expected = /Failed to load resource|ERR_/;
  await openWidget(page, front.origin);
  front.onStream(async (turn) => {
    turn.event('token', { text: 'You are bo' });
    await turn.realReply(); // the server did its work
    turn.cut();
  });
  await send(ONE_MESSAGE);
  await page.locator('.card.meeting').waitFor();
  await settled(page);
  assert.equal(await page.getByText('You are bo').count(), 0);
  assert.deepEqual(front.paths(), ['/chat/stream', '/chat']);
  assert.equal(new Set(front.keys()).size, 1);
  assert.equal((await server.meetings()).length, 1);
  assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
});

test('a turn that the lost stream left under way is waited for', async () => {
  page.expected = /Failed to load resource|ERR_/;
  await openWidget(page, front.origin);
  front.onStream(async (turn) => {
    turn.begin();
    turn.cut();
  });
  front.answerOnce('/chat', 409, { type: 'about:blank', title: 'Conflict', status: 409 });
  await send(ONE_MESSAGE);
  await page.locator('.card.meeting').waitFor();
  assert.deepEqual(front.paths(), ['/chat/stream', '/chat', '/chat']);
});

for (const [what, answer] of [
  ['an address nobody knows', { status: 404, type: 'text/html', body: '<h1>Not found</h1>' }],
  ['a method that is not let through', { status: 405, type: 'text/html', body: '<h1>No</h1>' }],
  ['a page in place of a stream', { status: 200, type: 'text/html', body: '<h1>Welcome to the proxy</h1>' }],
]) {
  test(`${what} means that answers come in one piece from now on`, async () => {
    page.expected = /Failed to load resource/;
    await openWidget(page, front.origin);
    front.onStream(async (turn) => turn.answer(answer));
    await send('hello');
    await page.locator('.message.theirs').nth(1).waitFor();
    await settled(page);
    await send('thanks');
    await page.locator('.message.theirs').nth(2).waitFor();
    await settled(page);
    assert.deepEqual(front.paths(), ['/chat/stream', '/chat', '/chat']);
  });
}

test('waiting can be stopped, the model hears of it, and the message can be sent again', async () => {
  await openWidget(page, front.origin);
  let left;
  const reader = new Promise((resolve) => { left = resolve; });
  front.onStream(async (turn) => {
    turn.event('token', { text: 'Well, ' });
    turn.onClose(left);
  });
  await send(ONE_MESSAGE);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await reader;
  await page.getByText('Stopped').waitFor();
  assert.equal(await draft().count(), 0);
  assert.match(await page.locator('#state').innerText(), /Online/);
  await keepPicture(page, 'widget-stopped');
  front.onStream(null);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.card.meeting').waitFor();
  assert.equal(new Set(front.keys()).size, 1);
});

test('simple chat shows words as they come', async () => {
  await page.goto(`${front.origin}/simple-chat`);
  await page.locator('article.theirs').first().waitFor();
  const release = slowTurn(['Tuesday ', '*is* free.']);
  await page.getByLabel('Message').fill(ONE_MESSAGE);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Tuesday *is* free.').waitFor();
  await page.getByText('Looking at the calendar…').waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await keepPicture(page, 'simple-chat-streaming');
  release();
  await page.locator('.facts').waitFor();
  assert.equal(await page.getByText('Tuesday *is* free.').count(), 0);
  assert.equal(await page.locator('article.theirs').count(), 2);
  assert.ok(await page.getByRole('button', { name: 'Stop' }).isHidden());
});
