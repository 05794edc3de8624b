import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkoutStates } from '../support/checkout-states.ts';
import { Stage } from './stage.ts';
import { chooseViews, type View } from './views.ts';

const VIEW = { language: 'en', theme: 'light' };
/** States in which nothing is shown but the button on the page. */
const BUTTON_ALONE = ['idle', 'phone · creating'];

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

  for (const display of ['inline', 'dialog', 'popover']) {
    it(`sees with both engines what is wrong in what is shown: ${display}`, async () => {
      const fault = await stage.page.addStyleTag({ content: 'posed-checkout::part(title) { color: #ccc }' });
      const [findings = []] = await stage.inspect([{ ...VIEW, state: 'success', display, width: 320 }]);
      await fault.evaluate((style: HTMLElement) => style.remove());
      const engines = findings.filter(({ message }) => /contrast/i.test(message)).map(({ engine }) => engine);
      deepEqual([...new Set(engines)].sort(), ['IBM', 'axe']);
    });
  }

  it('shows a code before it is looked at', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · QR', display: 'inline', width: 320 });
    equal(await stage.page.locator('[part=qr]').count(), 1);
    equal(await stage.page.locator('[part=skeleton]').count(), 0);
  });

  for (const [display, selector] of Object.entries({ dialog: 'dialog:modal', popover: '[role=dialog]:popover-open' })) {
    it(`looks at what is shown over the page, open and closed: ${display}`, async () => {
      const open = async (view: Pick<View, 'state' | 'display'>): Promise<number> => {
        await stage.show({ ...VIEW, ...view, width: 1280 });
        return stage.page.locator(selector).count();
      };
      for (const state of Object.keys(checkoutStates)) {
        equal(await open({ state, display }), BUTTON_ALONE.includes(state) ? 0 : 1, state);
        equal(await open({ state, display: `${display} · closed` }), 0, state);
      }
    });
  }
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
