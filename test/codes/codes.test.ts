import { deepEqual } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chooseShots } from './shots.ts';
import { CodeStage } from './stage.ts';

describe('a code on the screen', () => {
  let stage: CodeStage;
  before(async () => {
    stage = await CodeStage.open();
  });
  after(() => stage.close());

  it('is read by two readers in any theme, zoom and pixel ratio, a little blurred or as JPEG', async () => {
    for (const shot of chooseShots(24, 'test')) {
      deepEqual(await stage.read(shot), { jsqr: shot.text, zxing: shot.text }, JSON.stringify(shot));
    }
  });

  it('would not be read in light on dark', async () => {
    const [shot] = chooseShots(1, 'test');
    await stage.invert();
    deepEqual(await stage.read(shot!), { jsqr: null, zxing: null });
  });
});
