// SPDX-License-Identifier: Apache-2.0
// Booking by keyboard, axe-core, small screens.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { axeFindings, closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { ONE_MESSAGE, openWidget, say, settled } from './support/widget.mjs';

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

/** Presses @p key until the focus is on something that matches, as a person would. */
async function tabTo(page, selector, key = 'Shift+Tab') {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`no way to ${selector} by keyboard`);
}

test('a whole booking by keyboard', async () => {
  const page = await openPage(browser);
  await openWidget(page, server.origin);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'message', 'one can write at once');
  await tabTo(page, '.quick-action');
  await page.keyboard.press('End');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^When are you free\?/);
  await page.keyboard.press('Enter');
  await page.locator('.slot').first().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'message', 'the focus is back in the box');
  await tabTo(page, '.slot');
  const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  await page.keyboard.press('ArrowRight');
  const chosen = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.notEqual(chosen, first);
  await page.keyboard.press('Enter');
  await page.locator('.message.own').nth(1).waitFor();
  await settled(page);
  await page.keyboard.type("I'm Ada Lovelace");
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('ada@example.com, 30 minutes');
  assert.match(await page.locator('#message').inputValue(), /Lovelace\nada/);
  await page.keyboard.press('Enter');
  const card = page.locator('.card.meeting');
  await card.waitFor();
  await settled(page);
  assert.ok((await card.innerText()).includes(/^(.+? 2026), /.exec(chosen)[1]));

  await tabTo(page, '.actions .button:not(.primary)');
  await tabTo(page, '.actions [data-sends]:last-child');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Yes, cancel it');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cancel');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.card.is-cancelled').waitFor();
  await closePage(page);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe-core finds nothing serious in ${colorScheme}`, async () => {
    const page = await openPage(browser, { colorScheme, reducedMotion: 'reduce' });
    await openWidget(page, server.origin);
    await keepPicture(page, `desktop-start-${colorScheme}`);
    const found = await axeFindings(page);
    await say(page, 'When are you free?');
    await keepPicture(page, `desktop-slots-${colorScheme}`);
    found.push(...await axeFindings(page));
    await say(page, colorScheme === 'light' ? ONE_MESSAGE : ONE_MESSAGE.replace('2pm', '3pm'));
    await page.locator('.card.meeting').waitFor();
    await keepPicture(page, `desktop-booked-${colorScheme}`);
    found.push(...await axeFindings(page));
    for (const path of ['/simple-chat', '/']) {
      await page.goto(server.origin + path);
      await page.waitForLoadState('networkidle');
      found.push(...await axeFindings(page));
      await keepPicture(page, `desktop${path === '/' ? '-landing' : '-simple'}-${colorScheme}`);
    }
    assert.deepEqual(found, []);
    await closePage(page);
  });

  test(`a phone of 320 pixels needs no sideways scrolling in ${colorScheme}`, async () => {
    const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce', hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    await openWidget(page, server.origin);
    await keepPicture(page, `phone-start-${colorScheme}`);
    await say(page, 'When are you free?');
    await keepPicture(page, `phone-slots-${colorScheme}`);
    await say(page, colorScheme === 'light' ? ONE_MESSAGE.replace('10', '11') : ONE_MESSAGE.replace('10', '12'));
    await page.locator('.card.meeting').waitFor();
    await keepPicture(page, `phone-booked-${colorScheme}`);
    for (const path of ['/chat-widget', '/simple-chat', '/']) {
      await page.goto(server.origin + path);
      await page.waitForLoadState('networkidle');
      const [wide, room] = await page.evaluate(() => [document.scrollingElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= room, `${path} is ${wide} wide in ${room}`);
    }
    assert.ok(await page.locator('h1').isVisible());
    await closePage(page);
  });
}

for (const accent of ['ffd54f', '00a884', 'e91e63', '111111']) {
  test(`text stays readable with the accent #${accent}`, async () => {
    const found = [];
    for (const theme of ['light', 'dark']) {
      const page = await openPage(browser, { reducedMotion: 'reduce' });
      await openWidget(page, server.origin, `?theme=${theme}&accent=${accent}`);
      found.push(...await axeFindings(page));
      await say(page, 'When are you free?');
      found.push(...await axeFindings(page));
      await keepPicture(page, `accent-${accent}-${theme}`);
      await closePage(page);
    }
    assert.deepEqual(found, []);
  });
}

test('what is said is announced, and the past is not', async () => {
  const page = await openPage(browser);
  await openWidget(page, server.origin);
  const log = page.getByRole('log', { name: 'Conversation' });
  await page.locator('#log[aria-live="polite"]').waitFor();
  await say(page, 'hello');
  assert.match(await log.locator('.message.own').innerText(), /^You:/);
  assert.match(await log.locator('.message.theirs').last().textContent(), /^Assistant:/);
  await page.reload();
  await page.locator('#log[aria-live="off"] .message.own').waitFor();
  await page.locator('#log[aria-live="polite"]').waitFor();
  await closePage(page);
});
