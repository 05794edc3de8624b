/**
 * `npm run a11y`: every state in every language, theme, width and display, looked at by two engines, axe and IBM's.
 *
 * `--part 3/24` looks at the third of so many parts, and `--part any/24` at one of them by chance, saying which; `--seed 7`
 * deals the views out to the parts in another way. `--state`, `--display`, `--language`, `--theme` and `--width` each
 * keep to one.
 */
import { parseArgs } from 'node:util';
import type { Finding } from '../test/a11y/finding.ts';
import { Stage } from '../test/a11y/stage.ts';
import { type Choice, chooseViews, type View } from '../test/a11y/views.ts';

/** So many views at once: a page that is asked for all of them says nothing for minutes. */
const BATCH = 50;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1/1' },
    state: { type: 'string' },
    display: { type: 'string' },
    language: { type: 'string' },
    theme: { type: 'string' },
    width: { type: 'string' },
  },
});
const { seed, part: nthOf, width, ...wanted } = values;
const part = readPart(nthOf);
const views = chooseViews({
  seed,
  part,
  ...wanted,
  ...(width && { width: Number(width) }),
});
const reviews = new Map<string, number>();
let violations = 0;

console.log(`${views.length} views: part ${part.join('/')}, seed ${seed}`);
const stage = await Stage.open();
try {
  assertNoneIsBlind(await stage.inspectFaults());
  for (const batch of batchesOf(views)) {
    const findings = await stage.inspect(batch);
    batch.forEach((view, index) => findings[index]?.forEach((finding) => note(view, finding)));
  }
} finally {
  await stage.close();
}

for (const [what, count] of [...reviews].sort()) console.log(`for review: ${what}, in ${count} places`);
console.log(`${views.length} views, ${violations} violations`);
process.exitCode = violations > 0 || views.length === 0 ? 1 : 0;

function readPart(text: string): Choice['part'] {
  const [nth = '', of = ''] = text.split('/');
  const parts = Number(of);
  const chosen = nth === 'any' ? 1 + Math.floor(Math.random() * parts) : Number(nth);
  if (!(chosen >= 1 && chosen <= parts)) throw new RangeError(`"${text}" is no part: say 3/24, or any/24`);
  return [chosen, parts];
}

/** A run that finds nothing is worth something only where there is nothing to be found. */
function assertNoneIsBlind(findings: readonly Finding[]): void {
  for (const engine of ['axe', 'IBM'] as const) {
    const found = findings.filter((finding) => finding.engine === engine && finding.kind === 'violation');
    if (found.length < 2) throw new Error(`The engine "${engine}" does not see what is in a shadow root`);
  }
}

function* batchesOf(all: readonly View[]): Generator<readonly View[]> {
  let batch: View[] = [];
  for (const view of all) {
    const [first = view] = batch;
    if (batch.length === BATCH || first.width !== view.width || first.theme !== view.theme) {
      yield batch;
      batch = [];
    }
    batch.push(view);
  }
  if (batch.length > 0) yield batch;
}

function note(view: View, { kind, engine, rule, message, where }: Finding): void {
  const what = `${engine} ${rule}`;
  if (kind === 'review') {
    reviews.set(what, (reviews.get(what) ?? 0) + 1);
    return;
  }
  violations++;
  console.log(`${Object.values(view).join(' | ')}: ${what}\n  ${message}\n  ${where}`);
}
