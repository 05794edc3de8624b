// Takes the pictures anew that later ones are compared with: `node test/pictures/take.ts`. Look at them before they go in.
import { mkdir, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { Stage } from '../a11y/stage.ts';
import { themes } from '../a11y/themes.ts';
import { furnish, photograph } from './sheet.ts';

const folder = new URL('baseline/', import.meta.url);
await mkdir(folder, { recursive: true });
const stage = await Stage.open();
try {
  await furnish(stage);
  for (const theme of Object.keys(themes)) {
    await writeFile(
      new URL(`${theme}.png`, folder),
      PNG.sync.write(await photograph(stage, theme), { colorType: 2, deflateLevel: 9 }),
    );
    process.stdout.write(`${theme}\n`);
  }
} finally {
  await stage.close();
}
