import { deepEqual, equal } from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { Stage } from '../a11y/stage.ts';
import { themes } from '../a11y/themes.ts';
import { changedStates, furnish, photograph, STATES } from './sheet.ts';

/** Where a sheet goes that does not look as it did, to be looked at beside the one before. */
const artifacts = new URL('../.artifacts/', import.meta.url);

const baselineOf = async (theme: string): Promise<PNG> =>
  PNG.sync.read(await readFile(new URL(`baseline/${theme}.png`, import.meta.url)));

describe('every state looks as it did when it was last looked at', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
    await furnish(stage);
  });
  after(() => stage.close());

  for (const theme of Object.keys(themes)) {
    it(`in the theme "${theme}"`, async () => {
      const [baseline, now] = [await baselineOf(theme), await photograph(stage, theme)];
      const isAsLarge = baseline.width === now.width && baseline.height === now.height;
      const changed = isAsLarge ? changedStates(baseline, now) : STATES;
      if (changed.length > 0) {
        await mkdir(artifacts, { recursive: true });
        await writeFile(new URL(`${theme}.png`, artifacts), PNG.sync.write(now));
      }
      deepEqual(changed, [], `see test/.artifacts/${theme}.png; "node test/pictures/take.ts" once it is right`);
    });
  }
});

describe('a state that looks otherwise', () => {
  it('is told from those that do not', async () => {
    const [light, other] = [await baselineOf('light'), await baselineOf('light')];
    // A line of text is about so large, in the second cell.
    for (let y = 120; y < 126; y++) {
      for (let x = 168 + 40; x < 168 + 110; x++)
        other.data.fill(90, 4 * (y * other.width + x), 4 * (y * other.width + x) + 3);
    }
    deepEqual(changedStates(light, other), [STATES[1]]);
    equal(changedStates(light, light).length, 0);
  });
});
