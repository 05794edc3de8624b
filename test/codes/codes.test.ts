import { deepEqual, ok } from 'node:assert/strict';
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
    for (const shot of chooseShots(40, 'test')) {
      const { readings, canBeRead } = await stage.read(shot);
      const texts = [readings.jsqr.text, readings.zxing.text];
      if (canBeRead) deepEqual(texts, [shot.text, shot.text], JSON.stringify(shot));
    }
  });

  it('has modules of three device pixels, for any page that a wallet names, however small the page is made', async () => {
    const [shot] = chooseShots(1, 'test');
    const long = { text: 'x'.repeat(152), theme: 'light', column: 400, qrSize: null, qrErrorCorrection: 'M' } as const;
    for (const zoom of [0.5, 0.67, 0.75, 0.8, 0.9, 1]) {
      const { module } = await stage.show({ ...shot!, ...long, qrMark: false, pixelRatio: 1, zoom });
      ok(module * zoom >= 3, `${module * zoom} at ${zoom}`);
    }
  });

  it('is never wider than its column', async () => {
    const [shot] = chooseShots(1, 'test');
    for (const column of [240, 320]) {
      const { card } = await stage.show({
        ...shot!,
        theme: 'light',
        column,
        qrSize: '400px',
        pixelRatio: 1,
        zoom: 0.5,
      });
      ok(card.x > 0 && card.x + card.width < column, `${card.x} and ${card.width} of ${column}`);
    }
  });

  it('would not be read in light on dark', async () => {
    const [shot] = chooseShots(1, 'test');
    await stage.invert();
    const { jsqr, zxing } = (await stage.read(shot!)).readings;
    deepEqual([jsqr.text, zxing.text], [null, null]);
  });
});
