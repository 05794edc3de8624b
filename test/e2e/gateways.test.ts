import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNTS, OTHER_GATEWAYS } from './support/gateways.ts';
import { begin, openWallet } from './support/payers.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';
import { approve, decline } from './support/wallet.ts';

describe('a desktop', () => {
  const stage = setStage({ gateways: OTHER_GATEWAYS });

  for (const account of ACCOUNTS) {
    const { name, gateway, isCancellable, cancelsInWallet } = account;

    it(`pays through ${name}`, async () => {
      const checkout = await begin(stage, account);
      await approve(await openWallet(stage, checkout, account));
      await checkout.reach('success');
      await checkout.says('Paid');
      const { stage: end } = await stage.demo.panelOf(gateway).payment(await checkout.reference());
      assert.equal(end, 'paid');
      assert.equal((await checkout.changes())[0]?.phase, 'creating', 'the page was loaded again');
      await until('an order that is paid', async () => (await stage.demo.recordsOf(checkout.orderId)).order === 'paid');
    });

    it(`is told that ${name} has declined, and may try again with another payment`, async () => {
      const checkout = await begin(stage, account);
      const first = await checkout.reference();
      await decline(await openWallet(stage, checkout, account));
      await checkout.reach('failed');
      assert.deepEqual(await stage.demo.recordsOf(checkout.orderId), { order: 'open', payment: 'failed' });

      await checkout.button('Try again').click();
      await checkout.reach('awaiting');
      const second = await checkout.reference();
      assert.notEqual(second, first);
      await stage.demo.panelOf(gateway).act({ reference: second }, 'approve');
      await checkout.reach('success');
    });

    if (isCancellable) {
      it(`cancels at ${name} itself`, async () => {
        const checkout = await begin(stage, account);
        await checkout.button('Cancel').click();
        await checkout.reach('voided');
        await checkout.says('Payment cancelled');
        const { stage: end } = await stage.demo.panelOf(gateway).payment(await checkout.reference());
        assert.equal(end, 'cancelled');
      });
    } else {
      it(`is offered no cancel that ${name} could not carry out`, async () => {
        const checkout = await begin(stage, account);
        assert.equal(await checkout.button('Cancel').count(), 0);
        await checkout.openWindow();
        await checkout.says('Finish in the Alipay window');
        assert.equal(await checkout.button('Cancel').count(), 0);
      });
    }

    if (cancelsInWallet) {
      it(`is told that the payment was cancelled at ${name}`, async () => {
        const checkout = await begin(stage, account);
        await stage.demo.panelOf(gateway).act({ reference: await checkout.reference() }, 'cancel');
        await checkout.reach('voided');
        assert.deepEqual(await stage.demo.recordsOf(checkout.orderId), { order: 'open', payment: 'voided' });
      });
    }
  }
});
