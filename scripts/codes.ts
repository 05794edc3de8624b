/**
 * `npm run codes`: pictures of codes, over themes, forced colours, zoom, pixel ratios, slight blur and JPEG, each read by
 * two readers that share no code. `-- --shots 50 --seed 7` takes fewer, and others.
 *
 * Codes whose modules run into one another, as in a narrow column of a page made small on a coarse screen, are read too,
 * and counted by themselves: they need not be found, but nobody may read another text in them.
 */
import { parseArgs } from 'node:util';
import { chooseShots } from '../test/codes/shots.ts';
import { CodeStage } from '../test/codes/stage.ts';

const { values } = parseArgs({
  options: { shots: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const shots = chooseShots(Number(values.shots), values.seed);
const startedAtMs = performance.now();
const read = { jsqr: 0, zxing: 0, both: 0, 'both at first sight': 0 };
const tooSmall = { pictures: 0, read: 0 };
let failed = 0;

const stage = await CodeStage.open();
try {
  for (const [index, shot] of shots.entries()) {
    const { readings, canBeRead } = await stage.read(shot);
    const { jsqr, zxing } = readings;
    const isRead = [jsqr, zxing].every(({ text }) => text === shot.text);
    const isMisread = [jsqr, zxing].some(({ text }) => text !== null && text !== shot.text);
    if (canBeRead) {
      read.jsqr += Number(jsqr.text === shot.text);
      read.zxing += Number(zxing.text === shot.text);
      read.both += Number(isRead);
      read['both at first sight'] += Number(isRead && jsqr.looks + zxing.looks === 2);
    } else {
      tooSmall.pictures++;
      tooSmall.read += Number(isRead);
    }
    if (isMisread || (canBeRead && !isRead)) {
      failed++;
      console.log(`jsqr: ${jsqr.text ?? 'no code'}, zxing: ${zxing.text ?? 'no code'}\n  ${JSON.stringify(shot)}`);
    }
    if ((index + 1) % 100 === 0) console.log(`${index + 1} of ${shots.length}`);
  }
} finally {
  await stage.close();
}
const seconds = Math.round((performance.now() - startedAtMs) / 1000);
const counts = Object.entries(read).map(([readers, count]) => `${count} by ${readers}`);
console.log(`${shots.length} pictures (seed ${values.seed}) in ${seconds} s, ${failed} not read, or misread`);
console.log(`${shots.length - tooSmall.pictures} with modules to tell apart, read: ${counts.join(', ')}`);
console.log(`${tooSmall.pictures} with modules too small for that, ${tooSmall.read} of them read by both`);
process.exitCode = failed > 0 || read.both === 0 ? 1 : 0;
