// SPDX-License-Identifier: Apache-2.0
// Stands in front of the server as a proxy does, and plays its event streams as a test wishes.

import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';

async function bodyOf(message) {
  const pieces = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** One POST /chat/stream, to be answered by the test. */
class StreamedTurn {
  constructor({ origin, headers, body, response }) {
    Object.assign(this, { origin, headers, body, response });
  }

  begin() {
    if (this.response.headersSent) return;
    this.response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.response.flushHeaders();
  }

  event(name, data) {
    this.begin();
    this.response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** What the server says to the same message. */
  async realReply() {
    const answer = await fetch(`${this.origin}/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': this.headers['idempotency-key'] },
      body: this.body,
    });
    if (!answer.ok) throw new Error(`POST /chat: ${answer.status}`);
    return answer.json();
  }

  answer({ status, type, body }) {
    this.response.writeHead(status, { 'Content-Type': type });
    this.response.end(body);
  }

  end() {
    this.response.end();
  }

  cut() {
    this.response.socket.destroy();
  }

  onClose(told) {
    this.response.on('close', told);
  }
}

export async function startFront(origin) {
  const turns = [];
  const answers = new Map();
  let play = null;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url.startsWith('/chat') && request.method === 'POST') {
      turns.push({ path: request.url, key: request.headers['idempotency-key'] });
    }
    if (request.url === '/chat/stream' && play) {
      await play(new StreamedTurn({ origin, headers: request.headers, body, response }));
      return;
    }
    const planned = answers.get(request.url);
    if (planned) {
      answers.delete(request.url);
      response.writeHead(planned.status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify(planned.body));
      return;
    }
    const onward = ask(`${origin}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(origin).host } }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** @p how gets each StreamedTurn; null lets streams through to the server. */
    onStream: (how) => { play = how; },
    answerOnce: (path, status, body) => answers.set(path, { status, body }),
    paths: () => turns.map(({ path }) => path),
    keys: () => turns.map(({ key }) => key),
    asked: (path) => turns.filter((turn) => turn.path === path).length,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
