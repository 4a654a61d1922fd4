// SPDX-License-Identifier: Apache-2.0
// The program under test, started on a free port with a data folder of its own.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const HOST_TOKEN = 'e2e-host-token-0123456789abcdef0123456789';

/** Starts chatcal-server (path in CHATCAL_SERVER) at nine on March 4, 2026 in New York. */
export async function startServer(environment = {}) {
  const program = process.env.CHATCAL_SERVER;
  if (!program) throw new Error('CHATCAL_SERVER names no chatcal-server to test');
  const folder = await mkdtemp(join(tmpdir(), 'chatcal-e2e-'));
  const child = spawn(program, ['--listen', '127.0.0.1:0', '--data-dir', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CHATCAL_NOW: '2026-03-04T09:00:00',
      DEFAULT_TIMEZONE: 'America/New_York',
      MY_NAME: 'Grace Hopper',
      CHATCAL_HOST_TOKEN: HOST_TOKEN,
      ...environment,
    },
  });
  let errors = '';
  child.stderr.on('data', (data) => { errors += data; });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = /listening on (http:\/\/[\w.:[\]]+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('error', reject);
    gone.then((code) => reject(new Error(`the server ended with ${code} before it listened: ${errors}`)));
  });
  return {
    origin,
    folder,
    /** What the host sees. */
    async meetings() {
      const answer = await fetch(`${origin}/api/v1/meetings`, { headers: { Authorization: `Bearer ${HOST_TOKEN}` } });
      if (!answer.ok) throw new Error(`GET /api/v1/meetings: ${answer.status}`);
      return (await answer.json()).meetings;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
