// SPDX-License-Identifier: Apache-2.0
// A guest books, moves about and cancels in the widget.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { closePage, keepPicture, openPage, startBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { bookInTurns, CHAT_CALL, ONE_MESSAGE, openWidget, say, settled } from './support/widget.mjs';

/** What the assistant answers where a test needs an answer of its own. */
const REPLY = {
  response: '<p>Hello</p>', text: 'Hello', session_id: 'x'.repeat(43), timestamp: '2026-03-04T09:00:00-05:00',
  tools_used: [], cards: [], suggestions: [], model: 'offline',
};

/** Answers a turn with @p reply in the way it was asked: streamed or not. */
function answer(route, reply) {
  if (!route.request().url().endsWith('/stream')) return route.fulfill({ json: reply });
  return route.fulfill({ contentType: 'text/event-stream', body: `event: reply\ndata: ${JSON.stringify(reply)}\n\n` });
}

let browser;
let server;
let page;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

beforeEach(async () => {
  server = await startServer();
  page = await openPage(browser);
});
afterEach(async () => {
  try {
    await closePage(page);
  } finally {
    await server.stop();
  }
});

test('a guest books over several turns, reloads and cancels', async () => {
  await openWidget(page, server.origin);
  await bookInTurns(page);
  const card = page.locator('.card.meeting').last();
  await card.waitFor();
  assert.match(await card.innerText(), /Tuesday, March 10, 2026/);
  assert.match(await card.innerText(), /2:00 PM – 2:30 PM/);
  assert.match(await card.innerText(), /Eastern Daylight Time/);
  assert.match(await card.innerText(), /0310-1400-30m/);
  await keepPicture(page, 'widget-booked');

  await page.reload();
  await settled(page);
  assert.equal(await page.locator('.message.own').count(), 5, 'the talk is resumed');
  assert.match(await page.locator('.card.meeting').last().innerText(), /0310-1400-30m/);

  await page.locator('.card.meeting').last().getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await page.locator('.card.is-cancelled').waitFor();
  await settled(page);
  assert.ok(await page.locator('.card.is-cancelled del').count() > 0, 'the old time is struck through');
  assert.match(await page.locator('.card.is-outdated').first().innerText(), /Changed since/);
  assert.equal(await page.locator('.card.is-outdated button').count(), 0, 'an outdated card offers nothing');
  await keepPicture(page, 'widget-cancelled');
  assert.deepEqual((await server.meetings()).map(({ id, status }) => [id, status]), [['0310-1400-30m', 'cancelled']]);
});

test('one message is enough, and the card goes into any calendar', async () => {
  await openWidget(page, server.origin);
  await say(page, ONE_MESSAGE);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), '0310-1400-30m.ics');
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /\r\nDTSTART:20260310T180000Z\r\nDTEND:20260310T183000Z\r\n/);
  assert.match(text, /mailto:ada@example\.com/);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, 'lines are folded at 75 octets');
});

test('a free time is taken with one tap', async () => {
  await openWidget(page, server.origin);
  await page.getByRole('button', { name: 'When are you free?' }).click();
  const slot = page.locator('.slot').first();
  await slot.waitFor();
  await settled(page);
  const label = await slot.getAttribute('aria-label');
  assert.match(label, /^\w+day, \w+ \d+, 2026, \d+:\d\d [AP]M – \d+:\d\d [AP]M, Eastern (Standard|Daylight) Time/);
  await keepPicture(page, 'widget-slots');
  const [, day, time] = /^(.+? 2026), (\d+:\d\d [AP]M)/.exec(label);
  await slot.click();
  await settled(page);
  assert.equal(await page.locator('.message.own .bubble').last().innerText(), `${day} at ${time}`);
  await say(page, "I'm Ada Lovelace, ada@example.com, 30 minutes");
  const card = page.locator('.card.meeting').last();
  await card.waitFor();
  assert.ok((await card.innerText()).includes(day));
  assert.ok((await card.innerText()).includes(time));
});

for (const [language, question, month] of [
  ['English', 'When are you free next week?', /March/],
  ['German', 'Wann haben Sie nächste Woche Zeit?', /März/],
  ['French', 'Quand êtes-vous libre la semaine prochaine ?', /mars/],
  ['Spanish', '¿Cuándo está libre la próxima semana?', /marzo/],
]) {
  test(`free times stand in the card alone, in ${language}`, async () => {
    const plain = await page.request.post(`${server.origin}/chat`, { data: { message: question } });
    assert.match((await plain.json()).text, month, 'who reads no cards has them in the words');
    await openWidget(page, server.origin);
    await say(page, question);
    const answer = page.locator('.message.theirs').last();
    assert.ok(await answer.locator('.slot').count() >= 4);
    assert.ok((await answer.locator('.bubble').innerText()).length > 0);
    assert.equal(await answer.locator('.bubble li').count(), 0);
    assert.doesNotMatch((await page.locator('.suggestions').allInnerTexts()).join(' '), month);
  });
}

test('a list that says other times than the card stays', async () => {
  const slots = [{ start: '2026-03-10T14:00:00-04:00', end: '2026-03-10T14:30:00-04:00' }, { start: '2026-03-10T15:00:00-04:00', end: '2026-03-10T15:30:00-04:00' }];
  const lists = [
    ['<li>Dienstag, 10. März, 14 h 00</li><li>10.3. um 15.00 Uhr</li>', 0],
    ['<li>2:00 PM</li>', 0],
    ['<li>Dienstag, 10. März 2026, 14:00–14:30 Uhr</li><li>Dienstag, 10. März 2026, 16:00–16:30 Uhr</li>', 2],
    ['<li>Mittwoch, 11. März 2026, 14:00–14:30 Uhr</li>', 1],
    ['<li>Dienstag, 10. März 2026, 14:00–15:00 Uhr</li>', 1],
    ['<li>Bringen Sie 2 Kopien mit</li>', 1],
  ];
  let list = '';
  await page.route(CHAT_CALL, (route) => answer(route, {
    ...REPLY, response: `<p>Zeiten:</p><ul>${list}</ul>`, cards: [{ kind: 'slots', time_zone: 'America/New_York', slots }],
  }));
  await openWidget(page, server.origin);
  for (const [lines, left] of lists) {
    list = lines;
    await say(page, 'Wann?');
    assert.equal(await page.locator('.message.theirs').last().locator('.bubble li').count(), left, lines);
  }
});

test('a meeting is moved from its card', async () => {
  await openWidget(page, server.origin);
  await say(page, ONE_MESSAGE);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await settled(page);
  assert.equal(await page.locator('.message.own .bubble').last().innerText(), 'Move meeting 0310-1400-30m');
  await say(page, 'March 11 at 3pm');
  const card = page.locator('.card.is-confirmed');
  await card.waitFor();
  assert.equal(await card.count(), 1, 'the old card has stepped back');
  assert.match(await card.innerText(), /Wednesday, March 11, 2026\s+3:00 PM – 3:30 PM/);
  assert.equal((await server.meetings()).length, 1);
});

test('a guest who names a zone is answered in it', async () => {
  const sent = [];
  await page.route(CHAT_CALL, (route) => {
    sent.push(route.request().postDataJSON());
    return answer(route, {
      ...REPLY,
      cards: [{ kind: 'slots', time_zone: 'Europe/Paris', slots: [{ start: '2026-03-10T09:00:00-04:00', end: '2026-03-10T09:30:00-04:00' }] }],
    });
  });
  await openWidget(page, server.origin);
  await say(page, 'When are you free on March 10? I am in Paris.');
  assert.equal(sent[0].time_zone, 'America/New_York');
  assert.equal(await page.locator('#zone').inputValue(), 'Europe/Paris');
  assert.match(await page.locator('.card.slots').innerText(), /All times in Central European Standard Time \(Paris\)/);
  await page.locator('.slot').click();
  await page.locator('.message.theirs').nth(2).waitFor();
  assert.equal(sent[1].message, 'Tuesday, March 10, 2026 at 2:00 PM');
  assert.equal(sent[1].time_zone, 'Europe/Paris', 'the words go with the zone they are meant in');
});

test('a guest elsewhere sees both clocks', async () => {
  await page.context().close();
  page = await openPage(browser, { timezoneId: 'Europe/Paris' });
  await openWidget(page, server.origin);
  assert.equal(await page.locator('#zone').inputValue(), 'Europe/Paris');
  await say(page, "Book a 30 minute call on March 10 at 7pm, I'm Ada Lovelace, ada@example.com");
  const text = await page.locator('.card.meeting').innerText();
  assert.match(text, /7:00 PM – 7:30 PM/);
  assert.match(text, /Central European Standard Time \(Paris\)/);
  assert.match(text, /Host: Tuesday, March 10, 2026, 2:00 PM – 2:30 PM, Eastern Daylight Time \(New York\)/);
  await page.locator('#zone').selectOption('America/New_York');
  assert.match(await page.locator('.card.meeting').innerText(), /Tuesday, March 10, 2026\s+2:00 PM – 2:30 PM/);
});

test('markup in words stays words', async () => {
  await openWidget(page, server.origin);
  await say(page, "Book 30 minutes on March 11 at 10am, I'm <b>Bob</b> <img src=x onerror=alert(1)>, bob@example.com");
  assert.equal(await page.locator('#messages b, #messages img').count(), 0);
  assert.match(await page.locator('.message.own .bubble').last().innerText(), /<b>Bob<\/b>/);
});

test('a hostile answer can do nothing', async () => {
  page.expected = /Executing inline event handler violates/; // the parser's document has the page's policy and tells
  const evil = '<img src=x onerror="window.hacked=1"><b>bold</b>';
  const reply = {
    ...REPLY,
    response: `<p>Hello ${evil}<script>window.hacked=1</script><a href="javascript:window.hacked=1">bad</a> <a href="https://example.com/" onclick="window.hacked=1">good</a><iframe src="/"></iframe></p>`,
    suggestions: [evil],
    cards: [
      { kind: 'meeting', meeting: { id: evil, uid: 'u', title: evil, description: '', start: '2026-03-10T14:00:00-04:00', end: '2026-03-10T14:30:00-04:00', duration_minutes: 30, time_zone: 'America/New_York', status: 'confirmed', attendees: [{ name: evil, email: evil, phone: '' }], location: evil, conference_url: 'javascript:window.hacked=1', sequence: 0 } },
      { kind: 'notice', code: 'x', title: evil, detail: evil },
      { kind: 'agenda', events: [{ uid: 'e', title: evil, start: '2026-03-10T14:00:00-04:00', end: '2026-03-10T14:30:00-04:00', all_day: false, location: evil, calendar: 'x' }] },
    ],
  };
  await page.route(CHAT_CALL, (route) => answer(route, reply));
  await openWidget(page, server.origin);
  await say(page, 'hi');
  assert.equal(await page.locator('#messages :is(img, b, script, iframe, [onclick], [onerror])').count(), 0);
  const links = await page.locator('#messages a[href]').evaluateAll((all) => all.map((link) => link.href));
  assert.deepEqual(links, ['https://example.com/']);
  assert.match(await page.locator('.meeting-title').innerText(), /<img src=x/);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test('quick actions begin a message for the guest to finish', async () => {
  await openWidget(page, server.origin);
  await page.getByRole('button', { name: 'Google Meet' }).click();
  assert.equal(await page.locator('#message').inputValue(), 'Book a 30 minute Google Meet on ');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'message');
  assert.equal(await page.locator('.message.own').count(), 0, 'nothing is sent yet');
});

test('the theme asked for wins over the system', async () => {
  await openWidget(page, server.origin, '?theme=dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  assert.equal(await page.locator('meta[name="color-scheme"]').getAttribute('content'), 'dark');
});

test('a new conversation forgets the old one, after asking', async () => {
  await openWidget(page, server.origin);
  await say(page, 'hello');
  const before = await page.evaluate(() => sessionStorage.getItem('chatcal.session'));
  assert.ok(before);
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('button', { name: 'Keep this one' }).click();
  assert.equal(await page.locator('.message.own').count(), 1);
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('button', { name: 'Start new' }).click();
  await page.locator('.message.own').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal((await fetch(`${server.origin}/sessions/${before}/history`)).status, 404);
});
