import { deepEqual, equal } from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { performScript, readScript, type Script } from './script.ts';
import { Stage } from './stage.ts';

const MINUTES = 60_000;
const VIEW = { display: 'inline', language: 'en', theme: 'light', width: 1280 };

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

/** What is said from here on, when time goes by. */
async function heardIn(milliseconds: number): Promise<readonly string[]> {
  await stage.heard();
  await stage.page.clock.runFor(milliseconds);
  return stage.heard();
}

describe('what a screen reader has to say', () => {
  let script: Script;
  let performed: Script;
  before(async () => {
    script = await readScript();
    performed = await performScript(stage);
  });

  it('is what people have reviewed, in every state: node test/a11y/write-script.ts', () => {
    deepEqual(Object.keys(performed), Object.keys(script));
    for (const [state, lines] of Object.entries(script)) equal(performed[state], lines, state);
  });

  it('names every control', () => {
    for (const [state, lines] of Object.entries(performed)) {
      const nameless = lines.split('\n').filter((line) => /^\s*- (button|link|img)\b(?! ")/.test(line));
      deepEqual(nameless, [], state);
    }
  });
});

describe('the live region', () => {
  const journey = ['creating', 'awaiting · QR', 'scanned', 'processing', 'success'];

  it('is there before there is anything to say, and empty', async () => {
    await stage.show({ ...VIEW, state: 'idle' });
    equal(await stage.page.getByRole('status').count(), 1);
    equal((await stage.page.getByRole('status').textContent())?.trim(), '');
  });

  it('says each state once, in their order', async () => {
    await stage.show({ ...VIEW, state: 'idle' });
    for (const state of journey) await stage.goTo(state);
    deepEqual(await stage.heard(), [
      'Preparing your payment',
      'This takes a moment.',
      'Scan with Alipay',
      'Open Alipay on your phone and tap Scan.',
      'Confirm on your phone',
      'We found your scan. Finish in Alipay.',
      'Order received',
      'Alipay is confirming your payment. You can close this page.',
      'Paid',
      'Your payment has arrived. Thank you.',
    ]);
  });

  it('speaks the language of the page', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · QR', language: 'zh-Hans' });
    await stage.heard();
    await stage.goTo('success');
    deepEqual(await stage.heard(), ['支付成功', '已收到您的付款，谢谢。']);
    equal(await stage.page.getByRole('status').getAttribute('lang'), 'zh-Hans');
  });

  it('says nothing where a state comes again with nothing new', async () => {
    await stage.show({ ...VIEW, state: 'awaiting · QR' });
    await stage.heard();
    await stage.goTo('awaiting · QR', { connection: 'polling' });
    deepEqual(await stage.heard(), []);
  });

  it('leaves out a title that is read from the heading, which has been given the focus', async () => {
    await stage.show({ ...VIEW, state: 'creating' });
    await stage.page.locator('posed-checkout [part=button]').focus();
    await stage.heard();
    await stage.goTo('awaiting · QR');
    deepEqual(await stage.heard(), ['Open Alipay on your phone and tap Scan.']);
    // The heading has the focus already: nobody reads it another time.
    await stage.goTo('scanned');
    deepEqual(await stage.heard(), ['Confirm on your phone', 'We found your scan. Finish in Alipay.']);
  });

  it('keeps what comes on a page that is not shown, and says it when the page is', async () => {
    const turn = (hidden: boolean): Promise<void> =>
      stage.page.evaluate((isHidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await stage.show({ ...VIEW, state: 'awaiting · QR' });
    await stage.heard();
    await turn(true);
    for (const state of ['scanned', 'success']) await stage.goTo(state);
    deepEqual(await stage.heard(), []);
    await turn(false);
    await stage.goTo('success');
    deepEqual(await stage.heard(), ['Paid', 'Your payment has arrived. Thank you.']);
  });

  it('says on a phone that the tap was taken, in the only words that are there yet', async () => {
    await stage.show({ ...VIEW, state: 'idle', language: 'fr' });
    await stage.heard();
    await stage.show({ ...VIEW, state: 'phone · creating', language: 'fr' });
    deepEqual(await stage.heard(), ['Payer avec Alipay…']);
  });

  it('says a failure again that comes again', async () => {
    await stage.show({ ...VIEW, state: 'failed · declined' });
    await stage.heard();
    await stage.goTo('creating');
    await stage.heard();
    await stage.goTo('failed · declined');
    equal((await stage.heard())[0], 'Alipay declined this payment');
  });
});

describe('as time goes by, the live region', () => {
  before(() => stage.page.clock.install({ time: '2026-11-22T10:00:00Z' }));
  beforeEach(async () => {
    await stage.page.clock.resume();
    await stage.show({ ...VIEW, state: 'awaiting · QR' });
    // Twelve minutes and four seconds are left.
    await stage.page.clock.pauseAt(new Date((await stage.page.evaluate(() => Date.now())) + 1_000));
  });

  it('says what is left at 5, 2 and 1 minutes and 30 seconds, warns before the end, and then says that it asks', async () => {
    deepEqual(await heardIn(13 * MINUTES), [
      'Less than 5 minutes left.',
      'Less than 2 minutes left.',
      'This code is about to expire.',
      'Less than 1 minute left.',
      'Less than 30 seconds left.',
      'Checking with Alipay',
      'Do not pay again. We are asking for the result.',
    ]);
  });

  it('warns at least twenty seconds before the end (WCAG 2.2.1)', async () => {
    deepEqual(await heardIn(11.5 * MINUTES), [
      'Less than 5 minutes left.',
      'Less than 2 minutes left.',
      'This code is about to expire.',
      'Less than 1 minute left.',
    ]);
  });

  it('is silent about a connection that is back within five seconds', async () => {
    await stage.goTo('awaiting · QR', { connection: 'reconnecting' });
    deepEqual(await heardIn(4_900), []);
    await stage.goTo('awaiting · QR');
    deepEqual(await heardIn(MINUTES), []);
  });

  it('speaks once of a connection that stays away, and not of its return', async () => {
    await stage.goTo('awaiting · QR', { connection: 'reconnecting' });
    deepEqual(await heardIn(20_000), ['Reconnecting…']);
    await stage.goTo('awaiting · QR');
    deepEqual(await heardIn(1_000), []);
  });
});
