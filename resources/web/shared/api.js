// SPDX-License-Identifier: Apache-2.0
// The server's calls, as promises. Every failure is an ApiError that says what the caller can do about it.

const TURN_TIMEOUT_MS = 30000; // a turn takes at most 20 s on the server; the rest is the road there and back
const CALL_TIMEOUT_MS = 10000;

/** A call that did not succeed. `kind` is "network" (no answer), "timeout" (none in time) or "http" (a problem). */
export class ApiError extends Error {
  constructor({ kind, status = 0, title = '', detail = '', errors = [], retryAfter = null }) {
    super(detail || title || kind);
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
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
async function call(path, { method = 'GET', body, headers = {}, timeout = CALL_TIMEOUT_MS, read = readJson } = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    if (!response.ok) throw await readProblem(response);
    return await read(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError({ kind: abort.signal.aborted ? 'timeout' : 'network' });
  } finally {
    clearTimeout(timer);
  }
}

const readJson = (response) => (response.status === 204 ? null : response.json());

/** One turn's event stream to its end: the reply, with `token` and `tool` events told on the way. */
async function readTurn(response, { onToken, onTool }) {
  let reply = null;
  for await (const { event, data } of eventsOf(response)) {
    if (event === 'token') onToken(data.text ?? '');
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

export const api = {
  config: () => call('/widget-config.json'),
  alive: () => call('/health/live', { timeout: 4000 }),

  /**
   * One turn. The same `idempotencyKey` may be sent again: the server answers with the first result.
   * With `watch` (`onToken(text)`, `onTool({name, state})`) the turn is followed as it happens.
   */
  chat: ({ message, sessionId, timeZone, idempotencyKey, watch }) =>
    call(watch ? '/chat/stream' : '/chat', {
      method: 'POST',
      timeout: TURN_TIMEOUT_MS,
      headers: { 'Idempotency-Key': idempotencyKey, ...(watch ? { Accept: 'text/event-stream' } : {}) },
      body: {
        message,
        ...(sessionId ? { session_id: sessionId } : {}),
        ...(timeZone ? { time_zone: timeZone } : {}),
      },
      ...(watch ? { read: (response) => readTurn(response, watch) } : {}),
    }),

  history: (sessionId) => call(`/sessions/${encodeURIComponent(sessionId)}/history`),
  endSession: (sessionId) => call(`/sessions/${encodeURIComponent(sessionId)}`, { method: 'DELETE' }),
};
