// SPDX-License-Identifier: Apache-2.0
// embed.js on a foreign site whose styles and policy are hostile.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { foreignSite, ONE_MESSAGE, say, settled } from './support/widget.mjs';

let browser;
let server;
let site;

const page = (body, attributes) => `<!doctype html><html lang="en"><title>Foreign</title>
<link rel="icon" href="data:,">
<style>* { color: red !important; border-radius: 0 !important; } iframe, button { display: none !important; } .card { background: red }</style>
<h1>A foreign page</h1>${body}<script src="${server.origin}/embed.js" ${attributes} async></script>
<script>window.heard = []; for (const type of ['ready', 'booked', 'open', 'close']) document.addEventListener('chatcal:' + type, (event) => window.heard.push([type, event.detail]));</script>`;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  const opener = '<p><a href="/elsewhere" data-chatcal-open id="opener"><span>Book a call</span></a></p>';
  site = await foreignSite({
    '/button': page('', 'data-label="Talk to us" data-color="#ffd54f"'),
    '/inline': page('<div id="here"></div>', 'data-mode="inline" data-target="#here" data-height="auto"'),
    '/popup': page(opener, 'data-mode="popup"'),
    '/dark': page('', 'data-theme="dark"'),
  });
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await server?.stop();
});

async function visit(path) {
  const tab = await openPage(browser);
  await tab.goto(site.origin + path);
  return tab;
}

test('the floating button opens, books and closes', async () => {
  const tab = await visit('/button');
  const button = tab.getByRole('button', { name: 'Talk to us' });
  await button.waitFor(); // the page's "button { display: none }" does not reach it
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  assert.equal(await tab.locator('iframe').count(), 0, 'nothing is loaded before it is wanted');
  await button.click();
  const frame = tab.frameLocator('iframe');
  await settled(frame);
  const source = new URL(await tab.locator('iframe').getAttribute('src'));
  assert.equal(source.origin, server.origin);
  assert.equal(source.pathname, '/chat-widget');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.notEqual(await frame.locator('h1').evaluate((element) => getComputedStyle(element).color), 'rgb(255, 0, 0)');
  await tab.waitForFunction(() => window.heard.some(([type]) => type === 'ready'));
  await frame.locator('#message:focus').waitFor();
  await say(frame, ONE_MESSAGE);
  await frame.locator('.card.meeting').waitFor();
  await keepPicture(tab, 'embed-button');
  await tab.waitForFunction(() => window.heard.some(([type]) => type === 'booked'));
  const [, detail] = await tab.evaluate(() => window.heard.find(([type]) => type === 'booked'));
  assert.equal(detail.meeting.id, '0310-1400-30m');
  assert.ok(!JSON.stringify(detail).includes('ada@'), 'the page learns nothing personal');

  await tab.keyboard.press('Escape');
  await tab.locator('iframe').waitFor({ state: 'hidden' });
  assert.equal(await tab.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute('aria-label')), 'Talk to us');
  await button.click();
  assert.equal(await frame.locator('.card.meeting').count(), 1, 'the talk is still there');
  await frame.getByRole('button', { name: 'Close' }).click();
  await tab.locator('iframe').waitFor({ state: 'hidden' });
  assert.ok(!site.asked.some((path) => path.includes('chat-widget')), 'the foreign site is never asked for the widget');
  await closePage(tab);
});

test('inline it stands where the page wants it', async () => {
  const tab = await visit('/inline');
  const frame = tab.frameLocator('#here iframe');
  await settled(frame);
  await say(frame, 'When are you free?');
  await frame.locator('.slot').first().waitFor();
  assert.ok(await frame.getByRole('button', { name: 'Close' }).isHidden(), 'there is nothing to close');
  await tab.waitForFunction(() => document.querySelector('#here > div').shadowRoot.querySelector('.inline').offsetHeight !== 640);
  await keepPicture(tab, 'embed-inline');
  await closePage(tab);
});

test('a pop-up opens from any marked element and gives the focus back', async () => {
  const tab = await visit('/popup');
  await tab.locator('#opener').focus();
  await tab.keyboard.press('Enter');
  const frame = tab.frameLocator('iframe');
  await settled(frame);
  assert.equal(new URL(tab.url()).pathname, '/popup', 'the link is not followed');
  await frame.locator('#message:focus').waitFor();
  await keepPicture(tab, 'embed-popup');
  await tab.keyboard.press('Escape'); // inside the frame
  await tab.locator('iframe').waitFor({ state: 'hidden' });
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'opener');
  await closePage(tab);
});

test('messages of other origins are not believed', async () => {
  const tab = await visit('/button');
  const button = tab.getByRole('button', { name: 'Talk to us' });
  await button.click();
  await settled(tab.frameLocator('iframe'));
  await tab.evaluate(() => window.postMessage({ source: 'chatcal', type: 'close' }, '*'));
  await tab.evaluate(() => window.postMessage({ source: 'chatcal', type: 'booked', meeting: { id: 'fake' } }, '*'));
  await tab.evaluate(() => new Promise((resolve) => { setTimeout(resolve); })); // both were delivered
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.ok(!(await tab.evaluate(() => window.heard)).some(([type]) => type === 'booked'));
  await closePage(tab);
});

test('frame and content agree on the colour scheme', async () => {
  const tab = await visit('/dark');
  await tab.getByRole('button', { name: 'Book a time' }).click();
  await settled(tab.frameLocator('iframe'));
  assert.equal(await tab.locator('iframe').evaluate((frame) => getComputedStyle(frame).colorScheme), 'dark');
  assert.equal(await tab.frameLocator('iframe').locator('html').evaluate((root) => getComputedStyle(root).colorScheme), 'dark');
  await keepPicture(tab, 'embed-dark');
  await closePage(tab);
});
