// SPDX-License-Identifier: Apache-2.0
// Debian's Chromium, driven by playwright-core. A page that logs an error or breaks its content policy fails its test.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = require('axe-core').source;

export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHATCAL_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'], // the tests may run as root, as in a container
    chromiumSandbox: false,
  });
}

/** A page in New York with an eye on its console; `page.expected` may name complaints that belong to the test. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({
    timezoneId: 'America/New_York',
    locale: 'en-US',
    viewport: { width: 1100, height: 820 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.complaints = [];
  page.expected = null;
  page.on('pageerror', (error) => page.complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(`console: ${message.text()}`);
  });
  return page;
}

/** Closes the page; it must not have complained, but for what `page.expected` names. */
export async function closePage(page) {
  const complaints = page.complaints.filter((text) => !page.expected?.test(text));
  await page.context().close();
  assert.deepEqual(complaints, []);
}

/** Keeps a picture when CHATCAL_ARTIFACTS names a folder. */
export async function keepPicture(page, name) {
  const folder = process.env.CHATCAL_ARTIFACTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** The serious and critical violations axe-core finds, as readable lines. */
export async function axeFindings(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
