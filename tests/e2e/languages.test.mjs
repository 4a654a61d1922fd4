// SPDX-License-Identifier: Apache-2.0
// The pages in the reader's language: a whole booking in German, and no English left in what can be seen.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { axeFindings, closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { foreignSite, openWidget, say, settled } from './support/widget.mjs';

/** Words that German, French and Spanish pages have no use for; "message" and "minutes" are French as well. */
const ENGLISH = /\b(the|your?|and|with|book|booking|meeting|send|time|times|today|calendar|move|cancel|keep|yes|free|open|confirmed|write|hours?|call|close|day|monday|tuesday|march|host|see|copy|new)\b/gi;

let browser;
let server;
let page;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

beforeEach(async () => {
  server = await startServer({ MY_EMAIL_ADDRESS: 'grace@example.org', HOST_LANGUAGE: 'fr' });
});
afterEach(async () => {
  try {
    await closePage(page);
  } finally {
    await server.stop();
  }
});

/** English words in what is seen or told to a screen reader, the names of time zones aside. */
async function englishIn(scope) {
  const said = await scope.evaluate(() => {
    const texts = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!element.closest('[hidden]')) texts.push(element.ariaLabel ?? '', element.title ?? '', element.placeholder ?? '');
    }
    for (const list of document.querySelectorAll('#zone option')) texts[1] = texts[1].replaceAll(list.textContent, '');
    return texts.join('\n').replaceAll('New York', '');
  });
  return [...new Set([...said.matchAll(ENGLISH)].map(([word]) => word))];
}

/** The mail that holds @p words, once it is written. */
async function mailThatSays(words) {
  const folder = join(server.folder, 'outbox');
  for (let tries = 0; tries < 200; tries += 1) {
    for (const name of (await readdir(folder).catch(() => [])).filter((each) => each.endsWith('.eml'))) {
      const mail = await readFile(join(folder, name), 'utf8');
      if (mail.replaceAll('=\r\n', '').includes(words)) return mail;
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return assert.fail(`no mail says ${words}`);
}

test('a guest books, moves and cancels in German', async () => {
  page = await openPage(browser, { locale: 'de-DE', timezoneId: 'America/New_York' });
  await openWidget(page, server.origin);
  assert.equal(await page.getAttribute('html', 'lang'), 'de');
  assert.deepEqual(await englishIn(page), []);
  await keepPicture(page, 'widget-german-start');

  await page.getByRole('button', { name: 'Google Meet' }).click();
  const begun = await page.locator('#message').inputValue();
  await say(page, `${begun}10. März um 14 Uhr. Ich bin Ada Lovelace, ada@example.com`);
  let card = page.locator('.card.meeting').last();
  await card.waitFor();
  assert.match(await card.innerText(), /Bestätigt/);
  assert.match(await card.innerText(), /Dienstag, 10\. März 2026/);
  assert.match(await card.innerText(), /14:00 – 14:30/);
  assert.deepEqual(await englishIn(page), []);
  assert.deepEqual(await axeFindings(page), []);
  await keepPicture(page, 'widget-german-booked');
  assert.match(await mailThatSays('Ihr Termin mit Grace Hopper ist gebucht.'), /^To:[^]{0,80}ada@example\.com/m);
  assert.match(await mailThatSays('Votre rendez-vous avec Ada Lovelace est'), /^To:[^]{0,80}grace@example\.org/m);

  await card.getByRole('button', { name: 'Verschieben' }).click();
  await settled(page);
  await say(page, 'auf Donnerstag um 10 Uhr');
  card = page.locator('.card.meeting').last();
  assert.match(await card.innerText(), /Donnerstag, 5\. März 2026/);
  await card.getByRole('button', { name: 'Absagen' }).click();
  await card.getByRole('button', { name: 'Ja, absagen' }).click();
  await page.locator('.card.meeting.is-cancelled').waitFor();
  await settled(page);
  assert.deepEqual(await englishIn(page), []);
  assert.equal((await server.meetings()).at(0)?.status, 'cancelled');
});

test('a tapped free time is understood in every language', async () => {
  for (const [lang, question, taken] of [['de', 'Wann haben Sie Zeit?', /Wie lange/i], ['fr', 'Quand êtes-vous libre ?', /temps/i], ['es', '¿Cuándo está libre?', /tiempo|dur/i]]) {
    page = await openPage(browser, { locale: lang });
    await openWidget(page, server.origin);
    await page.locator('.quick-action', { hasText: question.replace(' ?', '\u00a0?') }).click();
    await settled(page);
    await page.locator('.slot').first().click();
    await settled(page);
    assert.match(await page.locator('.message.theirs').last().innerText(), taken, lang);
    assert.deepEqual(await englishIn(page), [], lang);
    if (lang !== 'es') await closePage(page);
  }
});

test('simple chat and the landing page have no English left', async () => {
  page = await openPage(browser, { locale: 'fr-FR' });
  for (const path of ['/simple-chat', '/']) {
    for (const lang of ['de', 'fr', 'es']) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      await page.waitForLoadState('networkidle');
      assert.equal(await page.getAttribute('html', 'lang'), lang);
      assert.deepEqual(await englishIn(page), [], `${path} in ${lang}`);
      assert.deepEqual(await axeFindings(page), [], `${path} in ${lang}`);
    }
    await keepPicture(page, `spanish${path.replace('/', '-')}`);
  }
});

test('the embed script takes the language of the page around it, or data-lang', async () => {
  const site = await foreignSite({
    '/around': `<!doctype html><html lang="es"><title>Sitio</title><body><script src="${server.origin}/embed.js"></script></body></html>`,
    '/named': `<!doctype html><html lang="es"><title>Sitio</title><body><script src="${server.origin}/embed.js" data-lang="fr"></script></body></html>`,
  });
  try {
    page = await openPage(browser, { locale: 'de-DE' });
    page.expected = /404/;
    await page.goto(`${site.origin}/around`); // whose icon nobody made
    await page.getByRole('button', { name: 'Reservar una cita' }).click();
    await page.frameLocator('iframe').locator('html[lang=es]').waitFor();
    await page.goto(`${site.origin}/named`);
    await page.getByRole('button', { name: 'Prendre rendez-vous' }).waitFor();
  } finally {
    await site.stop();
  }
});
