import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackOffice } from './support/back-office.ts';
import { ACCOUNTS, OTHER_GATEWAYS } from './support/gateways.ts';
import { begin, canPay } from './support/payers.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

describe('money', () => {
  const stage = setStage({ gateways: OTHER_GATEWAYS });

  for (const account of ACCOUNTS) {
    const { name, gateway, isCancellable } = account;
    const act = (reference: string, action: 'approve' | 'pend' | 'decline' | 'cancel') =>
      stage.demo.panelOf(gateway).act({ reference }, action);

    it(`that ${name} does not confirm yet leaves the order received, also after a reload, until it does`, async () => {
      const checkout = await begin(stage, account);
      const reference = await checkout.reference();
      await act(reference, 'pend');
      await checkout.says('Order received');
      assert.equal(await checkout.phase(), 'processing');
      assert.equal(await checkout.widget.getByRole('button').count(), 0);
      await until('a received order', async () => (await stage.demo.recordsOf(checkout.orderId)).order === 'received');

      await checkout.page.reload();
      await checkout.reach('processing');
      await act(reference, 'approve');
      await checkout.reach('success');
      await until('a paid order', async () => (await stage.demo.recordsOf(checkout.orderId)).order === 'paid');
    });

    it(`that comes through ${name} after all is taken, in the page that had said otherwise`, async () => {
      const checkout = await (await stage.shopper()).order(name);
      const followed = checkout.page.waitForResponse('**/events');
      await checkout.pay();
      await canPay(checkout, account);
      const reference = await checkout.reference();
      // A page that has not followed its payment before the end asks only now and then what has become of it.
      await followed;
      if (isCancellable) await checkout.button('Cancel').click();
      else await act(reference, 'cancel');
      await checkout.reach('voided');
      await act(reference, 'approve');
      await checkout.reach('success');
      await checkout.says('Paid');
      const office = await BackOffice.open(await stage.shopper(), stage.demo);
      await office.shows(office.order(checkout.orderId).and(office.page.locator('[data-status="paid"]')));
      assert.match(await office.payment(reference).innerText(), /\blate\b/);
      assert.equal(await office.refunds(reference).count(), 0);
    });

    it(`that comes through ${name} a second time for one order goes back by itself`, async () => {
      const checkout = await begin(stage, account);
      const first = await checkout.reference();
      await act(first, 'decline');
      await checkout.reach('failed');
      await checkout.button('Try again').click();
      await checkout.reach('awaiting');
      const second = await checkout.reference();
      await act(second, 'approve');
      await checkout.reach('success');

      await act(first, 'approve');
      const office = await BackOffice.open(await stage.shopper(), stage.demo);
      await office.shows(office.payment(first).getByText('surplus'));
      const returned = await until('money that went back', async () => {
        const { stage: end, amount, refunds } = await stage.demo.panelOf(gateway).payment(first);
        if (end === 'returned' && refunds.length === 0) return amount.value;
        return refunds.length > 0 && refunds.reduce((sum, { value }) => sum + Number(value), 0);
      });
      assert.equal(Number(returned), 1314);
      assert.equal((await stage.demo.panelOf(gateway).payment(second)).stage, 'paid');
      assert.equal((await stage.demo.recordsOf(checkout.orderId)).order, 'paid');
    });
  }
});
