// SPDX-License-Identifier: Apache-2.0
// What the widget does when something goes wrong.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { CHAT_CALL, ONE_MESSAGE, openWidget, say, settled } from './support/widget.mjs';

// The browser itself logs each failed request.
const REQUEST_FAILED = /Failed to load resource/;

let browser;
let server;
let page;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());
beforeEach(async () => {
  server = await startServer();
  page = await openPage(browser, { viewport: { width: 390, height: 760 } });
  page.expected = REQUEST_FAILED;
  await openWidget(page, server.origin);
});
afterEach(async () => {
  try {
    await closePage(page);
  } finally {
    await server.stop();
  }
});

async function send(text) {
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
}

/** Answers the next turn with a problem, then lets turns through. */
async function failOnce(status, headers = {}, problem = {}) {
  await page.route(CHAT_CALL, (route) => route.fulfill({
    status, headers, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Problem', status, ...problem }),
  }), { times: 1 });
}

test('an answer lost on the way is asked for again once the server is there, and books once', async () => {
  const keys = [];
  page.on('request', (request) => {
    if (CHAT_CALL.test(request.url())) keys.push(request.headers()['idempotency-key']);
  });
  await page.route(CHAT_CALL, async (route) => {
    await route.fetch(); // the server does its work
    await route.abort('connectionreset'); // and nobody hears of it
  }, { times: 2 });
  await send(ONE_MESSAGE);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await keepPicture(page, 'widget-not-sent');
  await page.locator('.card.meeting').waitFor();
  await settled(page);
  assert.equal(keys.length, 3, 'as a stream, in one piece, and by itself');
  assert.ok(keys[0]);
  assert.equal(new Set(keys).size, 1);
  assert.equal(await page.locator('.message.own').count(), 1, 'the message stands there once');
  assert.deepEqual((await server.meetings()).map(({ id }) => id), ['0310-1400-30m']);
});

test('being offline is shown, and being back too', async () => {
  await page.context().setOffline(true);
  await page.locator('#banner:not(:empty)').waitFor();
  assert.match(await page.locator('#state').innerText(), /Offline/);
  await send('hello');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await keepPicture(page, 'widget-offline');
  await page.context().setOffline(false);
  await page.locator('#banner:empty').waitFor({ state: 'attached' });
  await page.locator('.message.theirs').nth(1).waitFor();
  assert.match(await page.locator('#state').innerText(), /Online/);
});

test('a session that is over begins a new one and keeps the unsent words', async () => {
  await say(page, 'hello');
  const id = await page.evaluate(() => sessionStorage.getItem('chatcal.session'));
  assert.equal((await fetch(`${server.origin}/sessions/${id}`, { method: 'DELETE' })).status, 204);
  await send(ONE_MESSAGE);
  await page.getByText('Our earlier conversation has ended').waitFor();
  assert.equal(await page.locator('#message').inputValue(), ONE_MESSAGE);
  await page.locator('#message').press('Enter');
  await page.locator('.card.meeting').waitFor();
});

test('a session that is over is told after a reload', async () => {
  await page.evaluate(() => sessionStorage.setItem('chatcal.session', 'A'.repeat(43)));
  await page.reload();
  await page.getByText('Our earlier conversation has ended').waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.getItem('chatcal.session')), null);
});

test('429 waits as long as the server says', async () => {
  await failOnce(429, { 'Retry-After': '2' });
  await send('hello');
  await page.getByText('A little too fast').waitFor();
  assert.ok(await page.getByRole('button', { name: /Try again in \d s/ }).isDisabled());
  await page.getByRole('button', { name: 'Try again', exact: true }).click(); // Playwright waits until it is enabled
  await page.locator('.message.theirs').nth(1).waitFor();
});

test('503 keeps the message', async () => {
  await failOnce(503, { 'Retry-After': '1' });
  await send('hello');
  await page.getByText('Back in a moment').waitFor();
  await page.getByRole('button', { name: 'Try again', exact: true }).click();
  await page.locator('.message.theirs').nth(1).waitFor();
});

for (const [status, words] of [[413, 'That message is too large'], [422, 'message is not what it should be']]) {
  test(`${status} offers to edit the message`, async () => {
    await failOnce(status, {}, { detail: 'message is not what it should be' });
    await send('some words');
    await page.getByText(words).waitFor();
    await page.getByRole('button', { name: 'Edit message' }).click();
    assert.equal(await page.locator('#message').inputValue(), 'some words');
    assert.equal(await page.locator('.message.own').count(), 0);
  });
}

test('an answer cut off in the middle is not taken for whole', async () => {
  await page.route('**/chat/stream', (route) => route.fulfill({
    contentType: 'text/event-stream', body: 'event: token\ndata: {"text":"You are bo"}\n\n',
  }), { times: 1 });
  await send('hello');
  await settled(page);
  await page.locator('.message.theirs').nth(1).waitFor();
  assert.equal(await page.getByText('You are bo').count(), 0);
});

test('a problem in the middle of an answer is told', async () => {
  await page.route('**/chat/stream', (route) => route.fulfill({
    contentType: 'text/event-stream',
    body: 'event: tool\ndata: {"name":"check_availability","state":"started"}\n\nevent: error\ndata: {"type":"about:blank","title":"Service unavailable","status":503,"detail":"x"}\n\n',
  }), { times: 1 });
  await send('hello');
  await page.getByText('Back in a moment').waitFor();
  assert.equal(await page.locator('.message.theirs').count(), 1);
});

test('the limit counts characters as the server does', async () => {
  await page.locator('#message').fill('😀'.repeat(3990));
  assert.equal(await page.locator('#counter').innerText(), '10 characters left');
  assert.ok(await page.locator('#send').isEnabled());
  await page.locator('#message').fill('😀'.repeat(4001));
  assert.equal(await page.locator('#counter').innerText(), '1 character too many');
  assert.ok(await page.locator('#send').isDisabled());
  await page.locator('#message').press('Enter');
  assert.equal(await page.locator('.message.own').count(), 0);
});

test('while an answer is on its way nothing else is sent', async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(CHAT_CALL, async (route) => {
    await held;
    await route.continue();
  });
  await send('hello');
  await page.locator('.dots').waitFor();
  await send('and again');
  assert.equal(await page.locator('.message.own').count(), 1);
  assert.ok(await page.locator('#send').isDisabled());
  assert.equal(await page.locator('#message').inputValue(), 'and again', 'one may go on writing');
  release();
  await page.locator('.message.theirs').nth(1).waitFor();
  await settled(page);
  assert.ok(await page.locator('#send').isEnabled());
});
