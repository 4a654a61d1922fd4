// SPDX-License-Identifier: Apache-2.0
// The simple chat, and the pages around it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { ONE_MESSAGE } from './support/widget.mjs';

let browser;
let server;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('simple chat shows the words, the tools and the answer itself', async () => {
  const page = await openPage(browser, { viewport: { width: 760, height: 900 } });
  await page.goto(`${server.origin}/simple-chat`);
  await page.locator('article.theirs').first().waitFor();
  await page.getByLabel('Message').fill(ONE_MESSAGE);
  await page.getByRole('button', { name: 'Send' }).click();
  const answer = page.locator('article.theirs').nth(1);
  await answer.waitFor();
  assert.match(await answer.locator('.facts').innerText(), /Tuesday, March 10, 2026, 2:00 PM – 2:30 PM, Eastern Daylight Time/);
  assert.match(await answer.locator('.tools').innerText(), /create_appointment/);
  assert.ok(await answer.locator('pre').isHidden(), 'the raw answer comes on demand');
  await answer.getByText('Raw JSON').click();
  const raw = JSON.parse(await answer.locator('pre').innerText());
  assert.equal(raw.cards.find(({ kind }) => kind === 'meeting').meeting.id, '0310-1400-30m');
  const id = await page.evaluate(() => sessionStorage.getItem('chatcal.session'));
  assert.ok(id);
  assert.ok(!(await page.content()).includes(id), 'the key to the talk is not on show');
  await keepPicture(page, 'simple-chat');

  await page.reload();
  await page.locator('article.own').waitFor();
  assert.match(await page.locator('article.theirs').nth(1).innerText(), /0310-1400-30m/);
  await closePage(page);
});

test('simple chat names each free time once, in the language of the talk', async () => {
  const page = await openPage(browser);
  await page.goto(`${server.origin}/simple-chat`);
  await page.locator('article.theirs').first().waitFor();
  await page.getByLabel('Message').fill('Wann haben Sie am Dienstag Zeit?');
  await page.getByRole('button', { name: 'Send' }).click();
  const answer = page.locator('article.theirs').nth(1);
  await answer.waitFor();
  const said = await answer.locator('.words li').allInnerTexts();
  assert.match(said[0], /Dienstag, 10. März 2026, 9:00–9:30 Uhr/);
  const raw = JSON.parse(await answer.locator('pre').textContent());
  const offered = raw.cards.find(({ kind }) => kind === 'slots').slots.length;
  const facts = await answer.locator('.facts li').allInnerTexts();
  assert.equal(facts.length, offered - said.length);
  assert.ok(facts.every((line) => !line.includes(', 9:00 AM')), facts.join('\n'));
  await closePage(page);
});

test('the landing page leads on and copies the line to embed', async () => {
  const page = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(server.origin);
  await page.getByText('This server is up.').waitFor();
  await keepPicture(page, 'landing');
  await page.getByRole('button', { name: 'Inline' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes(`<script src="${server.origin}/embed.js" data-mode="inline"`));
  await page.getByRole('link', { name: /Book a time/ }).click();
  await page.waitForURL('**/chat-widget');
  await closePage(page);
});

test('the API page reads the description without any other site', async () => {
  const page = await openPage(browser);
  const elsewhere = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(`${server.origin}/docs`);
  await page.getByText('Say something to the assistant').first().waitFor();
  await keepPicture(page, 'docs');
  assert.deepEqual(elsewhere, []);
  await closePage(page);
});

test('pages forbid inline script and style, but for styles in /docs', async () => {
  for (const path of ['/', '/chat-widget', '/simple-chat', '/docs']) {
    const policy = (await fetch(server.origin + path)).headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /script-src 'self'(;|$)/, path);
    if (path !== '/docs') assert.ok(!policy.includes('unsafe-inline'), path);
  }
});
