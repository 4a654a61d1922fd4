// SPDX-License-Identifier: Apache-2.0
// chatcal-server beside a peer that does the same in another stack: Python's FastAPI on uvicorn with uvloop and
// httptools, state in Redis, models over aiohttp. One worker each, in alternating rounds of one run, so that what else
// the machine does meets both; besides requests a second it counts requests per CPU-second of each server, the steadier
// figure.
//   PEER_DIR=... node load.mjs SERVER [--rounds 5] [--seconds 5] [--only CASE,...] [--write docs/performance.md]
// PEER_DIR holds fastapi_chat.py and stub_llm.mjs; its interpreter is /usr/bin/python3 with Debian's packages.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const options = readOptions(process.argv.slice(2));
const peerDir = path.resolve(process.env.PEER_DIR ?? path.join(root, '../shared/peer'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'chatcal-load-'));
const running = [];

const modelWords = 'Which day and time suit you?';
const cases = [
  { name: 'offline', title: '`POST /chat`, offline turn, Redis, 64 connections',
    connections: 64, talk: 'talk', expected: { ours: '"model":"offline"', peer: 'What day and time suit you for' } },
  { name: 'booking', title: '`POST /chat`, a guest books (the peer only talks), Redis, 64 connections',
    connections: 64, talk: 'book', expected: { ours: '"model":"offline"', peer: 'What day and time suit you for' } },
  { name: 'model', title: '`POST /chat`, model that takes 50 ms, Redis, 256 connections',
    connections: 256, talk: 'talk', model: true, expected: { ours: modelWords, peer: modelWords } },
  { name: 'live', title: '`GET /health/live` (peer: `/live`), 64 connections',
    connections: 64, path: { ours: '/health/live', peer: '/live' } },
];

function readOptions(words) {
  const read = { server: undefined, rounds: 5, seconds: 5, only: undefined, write: undefined };
  for (let i = 0; i < words.length; ++i) {
    if (!words[i].startsWith('--')) read.server = words[i];
    else if (!(words[i].slice(2) in read)) stopWith(`${words[i]} is not an option`);
    else read[words[i].slice(2)] = words[++i];
  }
  read.rounds = Number(read.rounds);
  read.seconds = Number(read.seconds);
  if (!read.server || !(read.rounds >= 1) || !(read.seconds >= 1))
    stopWith('usage: load.mjs SERVER [--rounds N] [--seconds N] [--only CASE,...] [--write FILE]');
  return read;
}

function stopWith(message) {
  console.error(`bench load: ${message}`);
  process.exit(2);
}

function takeAway() {
  for (const child of running) child.kill('SIGTERM');
  fs.rmSync(work, { recursive: true, force: true });
}
process.on('exit', takeAway);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/// Says everything that is missing at once.
function lookForParts() {
  const missing = [];
  for (const file of ['fastapi_chat.py', 'stub_llm.mjs'])
    if (!fs.existsSync(path.join(peerDir, file))) missing.push(`${file} in ${peerDir} (set PEER_DIR)`);
  for (const program of ['wrk', 'redis-server', 'redis-cli'])
    if (spawnSync('which', [program]).status !== 0) missing.push(program);
  const modules = 'fastapi, uvicorn, uvloop, httptools, redis, hiredis, aiohttp';
  if (spawnSync('/usr/bin/python3', ['-c', `import ${modules}`]).status !== 0)
    missing.push(`for /usr/bin/python3: ${modules}`);
  if (missing.length) stopWith(`missing:\n  ${missing.join('\n  ')}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function start(name, program, words, environment) {
  const log = fs.openSync(path.join(work, `${name}.log`), 'w');
  const child = spawn(program, words, { env: environment, stdio: ['ignore', log, log], cwd: work });
  child.on('exit', (code, signal) => {
    if (!child.expected) stopWith(`${name} ended by itself (${signal ?? code}):\n${tail(name)}`);
  });
  running.push(child);
  return child;
}

const tail = (name) => fs.readFileSync(path.join(work, `${name}.log`), 'utf8').split('\n').slice(-15).join('\n');

async function waitFor(what, test) {
  for (let i = 0; i < 200; ++i) {
    if (await test()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stopWith(`${what} did not start:\n${tail(what)}`);
}

const answers = (url) => fetch(url, { headers: { connection: 'close' } }).then((answer) => answer.ok, () => false);

/// The server allows 256 connections from one address: those of the last run must be gone before the next begins.
async function waitUntilLeftAlone(server) {
  const port = Number(new URL(server.url).port).toString(16).toUpperCase().padStart(4, '0');
  const established = new RegExp(`^\\s*\\d+: [0-9A-F]+:${port} [0-9A-F]+:[0-9A-F]{4} 0[18] `); // or CLOSE_WAIT
  await waitFor(server.log, () => !fs.readFileSync('/proc/net/tcp', 'utf8').split('\n').some((line) => established.test(line)));
}

function environment(more) {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, ...more };
}

async function startRedis(name) {
  const port = await freePort();
  start(name, 'redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', work],
    environment());
  await waitFor(name, () => spawnSync('redis-cli', ['-p', port, 'ping'], { encoding: 'utf8' }).stdout.trim() === 'PONG');
  return `redis://127.0.0.1:${port}`;
}

/// Both servers, on stores of their own, in front of the model when there is one.
async function startBoth(modelUrl) {
  const suffix = modelUrl ? '-model' : '';
  const both = {};
  {
    const port = await freePort();
    const redis = await startRedis(`redis-ours${suffix}`);
    const name = `chatcal-server${suffix}`;
    const child = start(name, options.server, ['--listen', `127.0.0.1:${port}`, '--data-dir', path.join(work, name)],
      environment({
        REDIS_URL: redis, CHATCAL_RATE_LIMIT: '0', LOG_REQUESTS: 'no', DEFAULT_TIMEZONE: 'Europe/Berlin',
        ...(modelUrl ? { CHATCAL_LLM: 'groq,offline', GROQ_API_KEY: 'bench', GROQ_BASE_URL: modelUrl }
          : { CHATCAL_LLM: 'offline' }) }));
    both.ours = { name: 'ChatCal', log: name, pid: child.pid, url: `http://127.0.0.1:${port}` };
    await waitFor(name, () => answers(`${both.ours.url}/health/live`));
  }
  {
    const port = await freePort();
    const redis = await startRedis(`redis-peer${suffix}`);
    const name = `peer${suffix}`;
    const child = start(name, '/usr/bin/python3', ['-m', 'uvicorn', '--app-dir', peerDir, 'fastapi_chat:app', '--loop', 'uvloop',
      '--http', 'httptools', '--port', String(port), '--no-access-log', '--log-level', 'warning'],
      environment({ REDIS_URL: redis, PYTHONDONTWRITEBYTECODE: '1',
        ...(modelUrl ? { PEER_LLM: `${modelUrl}/chat/completions` } : {}) }));
    both.peer = { name: 'peer', log: name, pid: child.pid, url: `http://127.0.0.1:${port}` };
    await waitFor(name, () => answers(`${both.peer.url}/live`));
  }
  return both;
}

/// User and system time of a process and what it started, in seconds.
function cpuSeconds(pid) {
  const ticks = 100; // USER_HZ, the unit of /proc, on every Linux
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  let seconds = (Number(fields[11]) + Number(fields[12])) / ticks;
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  for (const child of children ? children.split(/\s+/) : []) seconds += cpuSeconds(child);
  return seconds;
}

const inMilliseconds = (text) => {
  const [, number, unit] = text.match(/^([\d.]+)(us|ms|s)$/);
  return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
};

function wordsOfWrk(server, aCase, seconds) {
  const side = server.name === 'ChatCal' ? 'ours' : 'peer';
  const words = ['-t1', `-c${aCase.connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s'];
  if (aCase.path) words.push(server.url + aCase.path[side]);
  else words.push('-s', path.join(here, 'chat.lua'), server.url, '--', 'kept', '4', aCase.talk, aCase.expected[side]);
  return words;
}

function wrk(server, aCase, seconds) {
  let output;
  try {
    output = execFileSync('wrk', wordsOfWrk(server, aCase, seconds), { encoding: 'utf8', env: environment() });
  } catch (error) {
    stopWith(`${server.name}, ${aCase.name}: answers were wrong\n${error.stdout}`);
  }
  if (/Non-2xx|Socket errors/.test(output)) stopWith(`${server.name}, ${aCase.name}:\n${output}`);
  const [, requests, wall] = output.match(/(\d+) requests in ([\d.]+)s/);
  return { requests: Number(requests), wall: Number(wall),
    p50: inMilliseconds(output.match(/^\s+50%\s+(\S+)/m)[1]), p99: inMilliseconds(output.match(/^\s+99%\s+(\S+)/m)[1]) };
}

/// One round against one server.
async function measure(server, aCase) {
  await waitUntilLeftAlone(server);
  // Caches, connections to Redis and the model. Nobody minds here if a busy machine answers too late for it.
  spawnSync('wrk', wordsOfWrk(server, aCase, 2), { env: environment() });
  await waitUntilLeftAlone(server);
  const before = cpuSeconds(server.pid);
  const run = wrk(server, aCase, options.seconds);
  const used = cpuSeconds(server.pid) - before;
  return { perSecond: run.requests / run.wall, perCpuSecond: run.requests / used, p50: run.p50, p99: run.p99,
    cores: used / run.wall };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => {
  const list = sorted(values);
  const middle = Math.floor(list.length / 2);
  return list.length % 2 ? list[middle] : (list[middle - 1] + list[middle]) / 2;
};
const count = (value) => Math.round(value).toLocaleString('en-US');
const milliseconds = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0)) + ' ms';
const spread = (ours, peers) => {
  const ratios = sorted(ours.map((value, i) => value / peers[i]));
  return `${median(ratios).toFixed(1)} (${ratios[0].toFixed(1)}–${ratios.at(-1).toFixed(1)})`;
};

async function runCase(aCase, both) {
  const rounds = { ours: [], peer: [] };
  for (let round = 1; round <= options.rounds; ++round) {
    for (const side of ['ours', 'peer']) {
      const result = await measure(both[side], aCase);
      rounds[side].push(result);
      console.log(`${aCase.name} round ${round} ${both[side].name.padEnd(8)} ${count(result.perSecond).padStart(8)}/s  `
        + `${count(result.perCpuSecond).padStart(8)} per CPU-second (${result.cores.toFixed(2)} cores)  `
        + `p50 ${milliseconds(result.p50)}  p99 ${milliseconds(result.p99)}`);
    }
  }
  const of = (side, member) => rounds[side].map((result) => result[member]);
  const middle = (side, member) => median(of(side, member));
  return [`| ${aCase.title} `,
    `| ${count(middle('ours', 'perSecond'))} / ${count(middle('peer', 'perSecond'))} `,
    `| **${spread(of('ours', 'perSecond'), of('peer', 'perSecond'))}** `,
    `| ${count(middle('ours', 'perCpuSecond'))} / ${count(middle('peer', 'perCpuSecond'))} `,
    `| **${spread(of('ours', 'perCpuSecond'), of('peer', 'perCpuSecond'))}** `,
    `| ${milliseconds(middle('ours', 'p50'))} / ${milliseconds(middle('peer', 'p50'))} `,
    `| ${milliseconds(middle('ours', 'p99'))} / ${milliseconds(middle('peer', 'p99'))} |`].join('');
}

/// Between the two marks of the file; the words around them stay.
function write(file, table) {
  const marks = ['<!-- bench load: begin -->', '<!-- bench load: end -->'];
  const text = fs.readFileSync(file, 'utf8');
  const [from, to] = marks.map((mark) => text.indexOf(mark));
  if (from < 0 || to < from) stopWith(`${file} has no lines ${marks.join(' and ')}`);
  fs.writeFileSync(file, `${text.slice(0, from + marks[0].length)}\n${table}\n${text.slice(to)}`);
}

lookForParts();
const names = options.only?.split(',') ?? cases.map((aCase) => aCase.name);
for (const name of names)
  if (!cases.some((aCase) => aCase.name === name)) stopWith(`no case ${name}; there are ${cases.map((c) => c.name).join(', ')}`);
const rows = ['| one worker each; ChatCal / peer | per second | ratio | per CPU-second | ratio | p50 | p99 |',
  '| --- | --- | --- | --- | --- | --- | --- |'];
const chosen = cases.filter((aCase) => names.includes(aCase.name));
for (const withModel of [false, true]) {
  const group = chosen.filter((aCase) => Boolean(aCase.model) === withModel);
  if (!group.length) continue;
  const before = running.length;
  let modelUrl;
  if (withModel) {
    const port = await freePort();
    start('model', process.execPath, [path.join(peerDir, 'stub_llm.mjs'), String(port), '50'], environment());
    modelUrl = `http://127.0.0.1:${port}/openai/v1`;
    await waitFor('model', () => answers(modelUrl));
  }
  const both = await startBoth(modelUrl);
  for (const aCase of group) rows.push(await runCase(aCase, both));
  for (const child of running.splice(before)) {
    child.expected = true;
    child.kill('SIGTERM');
  }
}
const table = rows.join('\n');
console.log(`\n${options.rounds} rounds of ${options.seconds} s; median of the rounds, ratios as median (lowest–highest)\n\n${table}`);
if (options.write) write(options.write, table);
process.exit(0);
