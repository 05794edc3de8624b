import { equal, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Stage } from './stage.ts';
import { chooseViews } from './views.ts';

describe('the accessibility run', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  for (const engine of ['axe', 'IBM'] as const) {
    it(`sees what is wrong inside a shadow root, with ${engine}`, async () => {
      const findings = await stage.inspectFaults();
      const found = findings.filter((finding) => finding.engine === engine && finding.kind === 'violation');
      ok(
        found.some(({ message }) => /contrast/i.test(message)),
        'the pale words were overlooked',
      );
      ok(
        found.some(({ where }) => where.includes('button')),
        'the button without a name was overlooked',
      );
    });
  }

  it('shows a code before it is looked at', async () => {
    await stage.show({ state: 'awaiting · QR', language: 'en', theme: 'light', width: 320 });
    equal(await stage.page.locator('[part=qr]').count(), 1);
    equal(await stage.page.locator('[part=skeleton]').count(), 0);
  });
});

describe('the parts of the run', () => {
  const part = (nth: number) => chooseViews({ seed: '1', part: [nth, 24] }).map((view) => JSON.stringify(view));
  const all = chooseViews({ seed: '1', part: [1, 1] }).map((view) => JSON.stringify(view));

  it('are together every view, and each view once', () => {
    const parts = Array.from({ length: 24 }, (_, index) => part(index + 1)).flat();
    equal(parts.length, all.length);
    equal(new Set(parts).size, all.length);
  });

  it('are the same again for the same number', () => {
    equal(part(7).join(), part(7).join());
  });
});
