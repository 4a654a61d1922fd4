// SPDX-License-Identifier: Apache-2.0
// The widget as a person uses it.

import { once } from 'node:events';
import { createServer } from 'node:http';

/** The turn's request, streamed or not. */
export const CHAT_CALL = /\/chat(\/stream)?$/;

export async function openWidget(page, origin, query = '') {
  await page.goto(`${origin}/chat-widget${query}`);
  await settled(page);
}

/** Waits until the assistant is done: nothing is on its way. @p scope is a page or a frame. */
export async function settled(scope) {
  await scope.locator('.message.theirs').first().waitFor();
  await scope.locator('.shell:not([data-busy])').waitFor();
}

/** Writes a message, sends it with Enter and waits for the answer. */
export async function say(scope, text) {
  const answers = await scope.locator('.message.theirs').count();
  await scope.locator('#message').fill(text);
  await scope.locator('#message').press('Enter');
  await scope.locator('.message.theirs').nth(answers).waitFor();
  await settled(scope);
}

/** A booking over several turns, one thing at a time. */
export async function bookInTurns(scope) {
  await say(scope, 'I would like to book a meeting');
  await say(scope, 'March 10 at 2pm');
  await say(scope, '30 minutes');
  await say(scope, 'My name is Ada Lovelace');
  await say(scope, 'ada@example.com');
}

export const ONE_MESSAGE = "Book a 30 minute call on March 10 at 2pm, I'm Ada Lovelace, ada@example.com";

/** A foreign site: @p pages maps paths to HTML. Anything else is a 404, which the tests look at. */
export async function foreignSite(pages, headers = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const html = pages[request.url];
    response.writeHead(html ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(html ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
