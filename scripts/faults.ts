/**
 * `npm run faults`, after a build: pays in a real browser under every fault of the matrix, and prints what came of it.
 *
 * `--seed 7` sets what is random: the page's luck in its back-off, and which connections are hit. `--only 8` runs so many
 * of the rows, drawn by the seed; `--named reset` those whose name has the word; `--lanes 3` so many side by side.
 */
import { parseArgs } from 'node:util';
import { FAULTS } from '../test/faults/faults.ts';
import { type Row, runFaults } from '../test/faults/lanes.ts';
import { createRandom } from '../test/faults/random.ts';
import type { Fault } from '../test/faults/fault.ts';

/** Each of them takes about a minute. A part of the matrix is to be over in one and a half. */
const LONG_IN_A_PART = 2;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    named: { type: 'string', default: '' },
    lanes: { type: 'string', default: '3' },
  },
});
const { seed, named } = values;
const faults = draw(
  FAULTS.filter(({ name }) => name.includes(named)),
  Number(values.only ?? Infinity),
);
const startedAtMs = performance.now();
const rows: Row[] = [];

console.log(`${faults.length} of ${FAULTS.length} faults, seed ${seed}\n`);
console.log(line('fault', 'lasted', 'right after', 'requests', 'verdict'));
await runFaults(faults, { seed, lanes: Number(values.lanes), onRow: print });

const failed = rows.filter(({ complaints }) => complaints.length > 0).length;
const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
console.log(`\n${rows.length - failed} passed, ${failed} failed, ${seconds} s`);
process.exitCode = failed > 0 || rows.length === 0 ? 1 : 0;

/** So many of the faults, in the order of the matrix. */
function draw(all: readonly Fault[], count: number): readonly Fault[] {
  if (count >= all.length) return all;
  const random = createRandom(seed);
  const shuffled = all
    .map((fault) => ({ fault, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ fault }) => fault);
  const long = shuffled.filter(({ isLong }) => isLong).slice(LONG_IN_A_PART);
  const drawn = new Set(shuffled.filter((fault) => !long.includes(fault)).slice(0, count));
  return all.filter((fault) => drawn.has(fault));
}

function print(row: Row): void {
  rows.push(row);
  const { name, course, allowed, complaints, isSecondTry } = row;
  const verdict =
    complaints.length > 0 ? `FAILED: ${complaints.join('; ')}` : isSecondTry ? 'ok, at the second try' : 'ok';
  if (!course) return console.log(line(name, '', '', '', verdict));
  const { lastedMs, rightAfterMs, waitedMs, requests } = course;
  const wait = rightAfterMs > 2_000 && waitedMs > 0 ? ` (${inSeconds(waitedMs)} back-off)` : '';
  console.log(line(name, inSeconds(lastedMs), inSeconds(rightAfterMs) + wait, `${requests} of ${allowed}`, verdict));
}

function line(name: string, lasted: string, right: string, requests: string, verdict: string): string {
  return `${name.padEnd(50)} ${lasted.padStart(7)} ${right.padEnd(22).padStart(24)} ${requests.padEnd(9)} ${verdict}`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
