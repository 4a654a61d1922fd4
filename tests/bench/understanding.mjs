// SPDX-License-Identifier: Apache-2.0
// How much is understood with no language model: the readers of times and of conversations on sets that lie outside
// this project, each by the set's own scorer, beside what others reach (understandingpeers.json), and how long it takes.
//   UNDERSTANDING_DIR=... node understanding.mjs BIN --train PROGRAM [--turns 20000] [--write docs/performance.md]
// BIN holds chatcal-cli, bench_reading and bench_memory of one build, PROGRAM is chatcal-train: conversations are answered
// by models that were trained without them (cross-validation in 5 parts). UNDERSTANDING_DIR holds when-dev.jsonl,
// understand-dev.jsonl, score_when.py and score_understand.py.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const options = readOptions(process.argv.slice(2));
const folder = path.resolve(process.env.UNDERSTANDING_DIR ?? path.join(root, '../shared/understanding'));
const cli = path.join(options.bin, 'chatcal-cli');

function readOptions(words) {
  const read = { bin: undefined, train: undefined, turns: 20000, write: undefined };
  for (let i = 0; i < words.length; ++i) {
    if (!words[i].startsWith('--')) read.bin = path.resolve(words[i]);
    else if (!(words[i].slice(2) in read)) stopWith(`${words[i]} is not an option`);
    else read[words[i].slice(2)] = words[++i];
  }
  read.turns = Number(read.turns);
  if (!read.bin || !read.train || !(read.turns >= 10)) stopWith('usage: understanding.mjs BIN --train PROGRAM [--turns N] [--write FILE]');
  return read;
}

function stopWith(message) {
  console.error(`bench understanding: ${message}`);
  process.exit(2);
}

/// Says everything that is missing at once.
function lookForParts() {
  const missing = [];
  for (const file of ['when-dev.jsonl', 'understand-dev.jsonl', 'score_when.py', 'score_understand.py'])
    if (!fs.existsSync(path.join(folder, file)))
      missing.push(`${file} in ${folder} (set UNDERSTANDING_DIR to the folder with the sets and their scorers)`);
  for (const program of ['chatcal-cli', 'bench_reading', 'bench_memory'])
    if (!fs.existsSync(path.join(options.bin, program))) missing.push(`${program} in ${options.bin}`);
  if (!fs.existsSync(options.train)) missing.push(options.train);
  if (missing.length) stopWith(`missing:\n  ${missing.join('\n  ')}`);
}

function run(program, words, environment = {}) {
  return execFileSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 << 20,
  });
}

function scoreWhen() {
  const cases = path.join(folder, 'when-dev.jsonl');
  const said = run('python3', [path.join(folder, 'score_when.py'), cases, '--json', '--', cli, 'when', '--jsonl']);
  return JSON.parse(said.slice(said.indexOf('{')));
}

function scoreUnderstand() {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'chatcal-understanding-'));
  try {
    const figures = path.join(work, 'figures.json');
    const talks = path.join(folder, 'understand-dev.jsonl');
    const answers = path.join(work, 'answers.jsonl');
    run(path.resolve(options.train), ['--own', path.join(root, 'resources/understanding/talks.txt'), '--answers', answers, talks]);
    run('python3', [path.join(folder, 'score_understand.py'), talks, '--json', figures, '--answers', answers]);
    return JSON.parse(fs.readFileSync(figures, 'utf8'));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/// CPU nanoseconds for one phrase of the set.
function phraseTime() {
  const said = run(path.join(options.bin, 'bench_reading'),
    ['--benchmark_filter=phrasesOfAFile', '--benchmark_format=json', '--benchmark_min_time=2'],
    { PHRASES: path.join(folder, 'when-dev.jsonl') });
  return JSON.parse(said).benchmarks[0].cpu_time;
}

/// CPU microseconds for one whole turn, with all its rounds.
function turnTime() {
  const said = run(path.join(options.bin, 'bench_memory'), [String(options.turns)]);
  return Number(/CPU per turn: ([\d.]+)/.exec(said)[1]);
}

const { peers } = JSON.parse(fs.readFileSync(path.join(here, 'understandingpeers.json'), 'utf8'));
const three = (value) => value.toFixed(3);
function peersOf(set, source, figure) {
  return peers.filter((one) => one.set === set && one.source === source && one.figure === figure)
    .map((one) => `${three(one.value)} ${one.peer}`).join('; ');
}

/// Between the two marks of the file; the words around them stay.
function write(file, table) {
  const marks = ['<!-- bench understanding: begin -->', '<!-- bench understanding: end -->'];
  const text = fs.readFileSync(file, 'utf8');
  const [from, to] = marks.map((mark) => text.indexOf(mark));
  if (from < 0 || to < from) stopWith(`${file} has no lines ${marks.join(' and ')}`);
  fs.writeFileSync(file, `${text.slice(0, from + marks[0].length)}\n${table}\n${text.slice(to)}`);
}

lookForParts();
const rows = ['| what | cases | ChatCal | others |', '| --- | --- | --- | --- |'];
const when = scoreWhen();
const row = (what, cases, ours, others) => rows.push(`| ${what} | ${cases} | **${ours}** | ${others} |`);
for (const [source, [right, count]] of Object.entries(when.sources).sort())
  row(`times, \`${source}\``, count, three(right / count), peersOf('when', source, 'accuracy'));
row('times, all', when.total, three(when.accuracy), peersOf('when', 'all', 'accuracy'));
const understood = scoreUnderstand();
const names = { intent_accuracy: 'intent', intent_macro_f1: 'intent, macro F1', slot_f1: 'slots, F1', joint_goal_accuracy: 'joint goal' };
for (const source of Object.keys(understood).sort((a, b) => (a === 'all') - (b === 'all') || a.localeCompare(b))) {
  const figures = understood[source];
  for (const figure of source === 'all' ? Object.keys(names) : ['intent_accuracy', 'slot_f1']) {
    row(`conversations, ${source === 'all' ? 'all' : `\`${source}\``}: ${names[figure]}`,
      figure.startsWith('joint') ? figures.joint_goal_turns : figures.intent_turns, three(figures[figure]),
      peersOf('understand', source, figure));
  }
}
const phrase = phraseTime();
row('CPU for one phrase', when.total, `${(phrase / 1000).toFixed(2)} µs`, `${Math.round(1e9 / phrase).toLocaleString('en')} a second`);
row('CPU for a whole turn', options.turns, `${turnTime().toFixed(0)} µs`, '');
const table = rows.join('\n');
console.log(table);
if (options.write) write(options.write, table);
