import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkoutStates } from '../support/checkout-states.ts';
import { Stage } from './stage.ts';

const VIEW = { display: 'inline', language: 'en', theme: 'light', width: 320 };
const NEXT = ['creating', 'awaiting · QR', 'scanned', 'processing', 'success', 'failed · declined', 'idle'];

let stage: Stage;
before(async () => {
  stage = await Stage.open();
  await addVoucher();
});
after(() => stage.close());

const press = (key: string): Promise<void> => stage.page.keyboard.press(key);

/** What has the focus, as a screen reader would name it; null where nothing of the checkout has. */
const focused = (): Promise<string | null> =>
  stage.page.evaluate(() => {
    const element = document.querySelector('posed-checkout')?.shadowRoot?.activeElement;
    return element ? (element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim() : null;
  });

/** Puts a field after the checkout. */
const addVoucher = (): Promise<void> =>
  stage.page.evaluate(() => {
    const voucher = Object.assign(document.createElement('input'), { ariaLabel: 'Voucher' });
    document.querySelector('main')!.append(voucher);
  });

const voucher = () => stage.page.getByLabel('Voucher');
const isInVoucher = (): Promise<boolean> => voucher().evaluate((field) => field === document.activeElement);

/** Presses Tab until the focus is on a control of that name. */
async function tabTo(name: string): Promise<void> {
  const passed: (string | null)[] = [];
  for (let tabs = 0; tabs < 10; tabs++) {
    await press('Tab');
    const now = await focused();
    if (now?.startsWith(name)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to "${name}", but to ${passed.join(', ')}`);
}

describe('the keyboard alone', () => {
  it('buys', async () => {
    await stage.show({ ...VIEW, state: 'idle' });
    await tabTo('Pay with Alipay');
    await press('Enter');
    ok((await stage.wanted()).includes('start'));
    await stage.goTo('creating');
    equal(await focused(), 'Pay with Alipay');
  });

  it('chooses a wallet, and comes by the reason of one that is not to be had', async () => {
    await stage.show({ ...VIEW, state: 'choosing' });
    await tabTo('AlipayHK');
    await press('Space');
    ok((await stage.wanted()).includes('start with ALIPAY_HK'));
    await press('Tab');
    ok((await focused())?.includes('It does not take this currency.'));
    await press('Enter');
    deepEqual(await stage.wanted(), []);
  });

  it('cancels', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · QR' });
    await tabTo('Cancel');
    await press('Space');
    ok((await stage.wanted()).includes('cancel'));
  });

  it('gets a new code with one key, as often as one likes (WCAG 2.2.1)', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · near expiry' });
    await tabTo('Get a new code');
    for (let times = 1; times <= 10; times++) {
      await stage.wanted();
      await press('Enter');
      await stage.goTo(['voided · cancelled', 'creating']);
      deepEqual(await stage.wanted(), ['cancel', 'start'], `time ${times}`);
      await stage.goTo('awaiting · near expiry');
      equal(await focused(), 'Get a new code', `time ${times}`);
    }
  });

  it('opens the help and closes it, and is then where it was', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · QR' });
    await tabTo('How to scan');
    await press('Enter');
    const help = stage.page.locator('[part=help]');
    ok(await help.isVisible());
    await press('Escape');
    ok(await help.isHidden());
    equal(await focused(), 'How to scan');
  });

  it('tries again', async () => {
    await stage.show({ ...VIEW, state: 'failed · declined' });
    await tabTo('Try again');
    await press('Enter');
    ok((await stage.wanted()).includes('start'));
  });

  it('reaches every control, in the order in which they are seen, and gets out again', async () => {
    for (const state of Object.keys(checkoutStates)) {
      await stage.show({ ...VIEW, state });
      const controls = stage.page.locator('posed-checkout :is(button, input):visible');
      const seen = await controls.evaluateAll((elements: HTMLElement[]) =>
        elements.map(({ ariaLabel, innerText }) => (ariaLabel ?? innerText).replace(/\s+/g, ' ').trim()),
      );
      const reached = [];
      await stage.page.locator('h1').focus();
      for (let tabs = 0; tabs < seen.length; tabs++) {
        await press('Tab');
        reached.push(await focused());
      }
      deepEqual(reached, seen, state);
      await press('Tab');
      ok(await isInVoucher(), state);
    }
  });
});

describe('the focus', () => {
  it('is never taken from elsewhere on the page', async () => {
    await stage.show({ ...VIEW, state: 'idle' });
    await voucher().focus();
    for (const state of NEXT) {
      await stage.goTo(state);
      ok(await isInVoucher(), state);
    }
  });

  for (const next of NEXT) {
    it(`is never lost from inside, whatever comes before: ${next}`, async () => {
      for (const state of Object.keys(checkoutStates)) {
        await stage.show({ ...VIEW, state });
        const control = stage.page.locator('posed-checkout button:visible').first();
        if ((await control.count()) === 0) continue;
        await control.focus();
        await stage.goTo(next);
        ok((await focused()) !== null, `lost from "${state}" to "${next}"`);
      }
    });
  }
});
