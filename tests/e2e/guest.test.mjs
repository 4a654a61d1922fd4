// SPDX-License-Identifier: Apache-2.0
// The guest's page for one meeting, from the link in the mail: with and without scripts, light, dark and narrow.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { axeFindings, closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { HOST_TOKEN, startServer } from './support/server.mjs';

let browser;
let server;

before(async () => {
  server = await startServer({ PUBLIC_URL: 'https://chat.example.com', MY_EMAIL_ADDRESS: 'grace@example.org' });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Books @p start for a guest of that name; the path in the guest's mail. */
async function bookFor(name, start) {
  const address = `${name.toLowerCase()}@example.com`;
  const answer = await fetch(`${server.origin}/api/v1/meetings`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${HOST_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: `Tea with ${name}`, start, duration_minutes: 30, attendees: [{ name, email: address }] }),
  });
  assert.equal(answer.status, 201);
  const folder = join(server.folder, 'outbox');
  for (let tries = 0; tries < 200; tries += 1) {
    const names = await readdir(folder).catch(() => []);
    for (const file of names.filter((each) => each.endsWith('.eml'))) {
      const mail = await readFile(join(folder, file), 'utf8');
      if (!mail.includes(`\r\n <${address}>\r\nReply-To`) && !mail.includes(`To: "${name}"\r\n <${address}>`)) continue;
      const link = /https:\/\/chat\.example\.com(\/m\/[\w-]+)/.exec(mail.replaceAll('=\r\n', ''));
      if (link) return link[1];
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return assert.fail(`no mail with a link to ${address}`);
}

test('a guest moves the meeting by keyboard, in the zone of the browser', async () => {
  const path = await bookFor('Ada', '2026-03-10T14:00:00-04:00');
  const page = await openPage(browser, { timezoneId: 'Europe/Paris' });
  await page.goto(server.origin + path);
  await page.waitForURL(/zone=Europe%2FParis/);
  assert.match(await page.locator('dl').innerText(), /7:00–7:30 PM CET \(30 minutes, Europe\/Paris\)/);
  await page.getByRole('link', { name: 'Move it' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Move it to another time' }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'start');
  await page.keyboard.press('ArrowRight');
  const chosen = await page.locator('input[name=start]:checked').getAttribute('value');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'It is moved.' }).waitFor();
  const moved = (await server.meetings()).find(({ title }) => title === 'Tea with Ada');
  assert.equal(Date.parse(moved.start), Date.parse(chosen));
  await closePage(page);
});

test('a guest without scripts sees and cancels, once', async () => {
  const path = await bookFor('Bob', '2026-03-11T14:00:00-04:00');
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(server.origin + path);
  await page.getByRole('link', { name: 'Cancel it' }).click();
  await page.getByLabel(/^Why\?/).fill('A cold & a cough');
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await page.getByRole('status').filter({ hasText: 'It is cancelled.' }).waitFor();
  assert.match(await page.locator('dl').innerText(), /A cold & a cough/);
  await page.goto(server.origin + path);
  assert.equal(await page.getByRole('link', { name: /it$/ }).count(), 0);
  await closePage(page);
});

for (const colorScheme of ['light', 'dark']) {
  test(`it is readable and fits 320 pixels in ${colorScheme}`, async () => {
    const path = await bookFor(colorScheme === 'light' ? 'Eve' : 'Dan', `2026-03-12T${colorScheme === 'light' ? 14 : 15}:00:00-04:00`);
    const found = [];
    for (const width of [1100, 320]) {
      const page = await openPage(browser, { colorScheme, viewport: { width, height: width === 320 ? 640 : 900 }, reducedMotion: 'reduce' });
      for (const [name, query] of [['see', ''], ['cancel', '?view=cancel'], ['move', '?view=move']]) {
        await page.goto(server.origin + path + query);
        await page.waitForLoadState('networkidle');
        await keepPicture(page, `guest-${name}-${colorScheme}-${width}`);
        found.push(...await axeFindings(page));
        const [wide, room] = await page.evaluate(() => [document.scrollingElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(wide <= room, `${name} is ${wide} wide in ${room}`);
      }
      page.expected = /404/;
      await page.goto(`${server.origin}${path}x`);
      await keepPicture(page, `guest-wrong-${colorScheme}-${width}`);
      found.push(...await axeFindings(page));
      await closePage(page);
    }
    assert.deepEqual(found, []);
  });
}
