/**
 * `npm run codes`: pictures of codes, over themes, forced colours, zoom, pixel ratios, slight blur and JPEG, each read by
 * two readers that share no code. `-- --shots 50 --seed 7` takes fewer, and others.
 */
import { parseArgs } from 'node:util';
import { chooseShots } from '../test/codes/shots.ts';
import { CodeStage } from '../test/codes/stage.ts';

const { values } = parseArgs({
  options: { shots: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const shots = chooseShots(Number(values.shots), values.seed);
const startedAtMs = performance.now();
let failed = 0;

const stage = await CodeStage.open();
try {
  for (const shot of shots) {
    const readings = await stage.read(shot);
    const blind = Object.entries(readings).filter(([, text]) => text !== shot.text);
    if (blind.length === 0) continue;
    failed++;
    console.log(
      `${blind.map(([reader, text]) => `${reader}: ${text ?? 'no code'}`).join(', ')}\n  ${JSON.stringify(shot)}`,
    );
  }
} finally {
  await stage.close();
}
const seconds = Math.round((performance.now() - startedAtMs) / 1000);
console.log(
  `${shots.length} pictures (seed ${values.seed}) in ${seconds} s: ${shots.length - failed} read by both, ${failed} not`,
);
process.exitCode = failed > 0 || shots.length === 0 ? 1 : 0;
