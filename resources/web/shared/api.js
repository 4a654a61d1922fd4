// SPDX-License-Identifier: Apache-2.0
// The server's calls, as promises. Every failure is an ApiError that says what the caller can do about it.

import { language } from './words.js';

const TURN_TIMEOUT_MS = 30000; // a turn takes at most 20 s on the server; the rest is the road there and back
const CALL_TIMEOUT_MS = 10000;
const BUSY_TRIES = 8; // of a turn that a lost stream left under way
const BUSY_WAIT_MS = 1500;

/**
 * A call that did not succeed. `kind` is "network" (no answer), "timeout" (none in time), "stopped" (by the person),
 * "no-stream" (not the kind of answer asked for) or "http" (a refusal, `isProblem` when it is the server's own).
 */
export class ApiError extends Error {
  constructor({ kind, status = 0, title = '', detail = '', errors = [], retryAfter = null, isProblem = false }) {
    super(detail || title || kind);
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.isProblem = isProblem;
    /** Seconds to wait before another try, or null when the server named none. */
    this.retryAfter = retryAfter;
  }

  get sessionGone() {
    return this.status === 404;
  }
}

/** Retry-After is seconds or an HTTP date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(value, now = Date.now()) {
  if (!value) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

function fromProblem(problem, status, retryAfter = null) {
  return new ApiError({
    kind: 'http',
    status,
    title: typeof problem.title === 'string' ? problem.title : '',
    detail: typeof problem.detail === 'string' ? problem.detail : '',
    errors: Array.isArray(problem.errors) ? problem.errors : [],
    retryAfter,
    isProblem: 'title' in problem && 'status' in problem,
  });
}

async function readProblem(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // A proxy in front of the server answers in HTML; the status still says enough.
  }
  return fromProblem(problem, response.status, parseRetryAfter(response.headers.get('Retry-After')));
}

/** Calls and hands the good answer to @p read; no answer in time, none at all and a problem become an ApiError. */
async function call(path, { method = 'GET', body, headers = {}, timeout = CALL_TIMEOUT_MS, read = readJson, stop = null } = {}) {
  const abort = new AbortController();
  const leave = () => abort.abort();
  if (stop?.aborted) leave();
  stop?.addEventListener('abort', leave);
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', 'Accept-Language': language, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    if (!response.ok) throw await readProblem(response);
    return await read(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError({ kind: stop?.aborted ? 'stopped' : abort.signal.aborted ? 'timeout' : 'network' });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', leave);
  }
}

const readJson = (response) => (response.status === 204 ? null : response.json());

/** One turn's event stream to its end: the reply, with `token` and `tool` events told on the way. */
async function readTurn(response, { onToken, onTool }) {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) throw new ApiError({ kind: 'no-stream' }); // something on the way lets none through
  let reply = null;
  for await (const { event, data } of eventsOf(response)) {
    if (event === 'token') onToken(data.text ?? '', data.replace === true);
    else if (event === 'tool') onTool(data);
    else if (event === 'reply') reply = data;
    else if (event === 'error') throw fromProblem(data, data.status ?? 500, data.retry_after ?? null);
  }
  if (!reply) throw new ApiError({ kind: 'network' }); // cut off before its end
  return reply;
}

/** The Server-Sent Events of a response. EventSource cannot POST, so the stream is read by hand. */
async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const field = (name) => block.split(/\r?\n/).filter((line) => line.startsWith(`${name}:`))
        .map((line) => line.slice(name.length + 1).replace(/^ /, '')).join('\n');
      const data = field('data');
      if (data) yield { event: field('event') || 'message', data: JSON.parse(data) };
    }
  }
}

let streamsWork = true; // until something on the way says otherwise

function callTurn(path, { message, sessionId, timeZone, about = null, idempotencyKey, stop = null }, { accept = 'application/json', read = readJson } = {}) {
  return call(path, {
    method: 'POST',
    timeout: TURN_TIMEOUT_MS,
    headers: { 'Idempotency-Key': idempotencyKey, Accept: accept },
    body: {
      message,
      language,
      ...(sessionId ? { session_id: sessionId } : {}),
      ...(timeZone ? { time_zone: timeZone } : {}),
      ...(about ? { about } : {}),
    },
    read,
    stop,
  });
}

/** Cut on the way, or refused by something that knows the address not: a server's own refusal says what it is. */
function isAboutTheStream({ kind, status, isProblem }) {
  return kind === 'network' || kind === 'no-stream' || (kind === 'http' && [404, 405, 501].includes(status) && !isProblem);
}

/** The turn in one piece. A stream that was cut may have left it under way: then its answer comes a little later. */
async function turnAtOnce(turn, tries = 1) {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await callTurn('/chat', turn);
    } catch (error) {
      if (error.status !== 409 || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
    }
  }
}

export const api = {
  config: () => call(`/widget-config.json?lang=${language}`),
  alive: () => call('/health/live', { timeout: 4000 }),

  /**
   * One turn. The same `idempotencyKey` may be sent again: the server answers with the first result.
   * With `watch` (`onToken(text, replaces)`, `onTool({name, state})`, `onLost()`) the turn is followed as it happens;
   * where that does not work, or the stream is cut, it is asked for again in one piece. `stop` ends the waiting.
   */
  async chat({ watch = null, ...turn }) {
    if (!watch || !streamsWork) return turnAtOnce(turn);
    try {
      return await callTurn('/chat/stream', turn, {
        accept: 'text/event-stream',
        read: (response) => readTurn(response, watch),
      });
    } catch (error) {
      if (!isAboutTheStream(error)) throw error;
      if (error.kind !== 'network') streamsWork = false;
      watch.onLost();
      return turnAtOnce(turn, BUSY_TRIES);
    }
  },

  history: (sessionId) => call(`/sessions/${encodeURIComponent(sessionId)}/history`),
  endSession: (sessionId) => call(`/sessions/${encodeURIComponent(sessionId)}`, { method: 'DELETE' }),
};
