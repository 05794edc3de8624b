import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackOffice } from './support/back-office.ts';
import { ACCOUNTS, OTHER_GATEWAYS } from './support/gateways.ts';
import { begin } from './support/payers.ts';
import { setStage } from './support/stage.ts';

describe('the back office', () => {
  const stage = setStage({ gateways: OTHER_GATEWAYS });

  for (const account of ACCOUNTS) {
    const { name, gateway, refundsOnce } = account;
    const refundedAt = async (reference: string) =>
      (await stage.demo.panelOf(gateway).payment(reference)).refunds.map(({ value }) => String(value)).sort();

    /** An order that is paid, and who can give its money back. */
    async function paid() {
      const checkout = await begin(stage, account);
      const reference = await checkout.reference();
      await stage.demo.panelOf(gateway).act({ reference }, 'approve');
      await checkout.reach('success');
      const office = await BackOffice.open(await stage.shopper(), stage.demo);
      const order = office.order(checkout.orderId);
      const status = (value: string) => order.and(office.page.locator(`[data-status="${value}"]`));
      await office.shows(status('paid'));
      return { reference, office, status };
    }

    it(`returns a whole payment through ${name}`, async () => {
      const { reference, office, status } = await paid();
      await office.refund(reference);
      await office.shows(office.refunds(reference).and(office.page.locator('[data-status="success"]')));
      await office.shows(status('returned'));
      assert.match(await office.refunds(reference).innerText(), /\$13\.14 back/);
      assert.equal(await office.payment(reference).getByRole('button', { name: 'Refund' }).count(), 0);
      assert.deepEqual(await refundedAt(reference), ['1314']);
    });

    it(`returns a part of a payment through ${name}, ${refundsOnce ? 'once' : 'and then the rest'}`, async () => {
      const { reference, office, status } = await paid();
      await office.refund(reference, '3.14');
      await office.shows(office.refunds(reference).and(office.page.locator('[data-status="success"]')));
      assert.equal(await status('paid').count(), 1);
      assert.deepEqual(await refundedAt(reference), ['314']);

      await office.refund(reference);
      if (refundsOnce) {
        await office.page.getByRole('alert').waitFor();
        assert.deepEqual(await refundedAt(reference), ['314']);
      } else {
        await office.shows(status('returned'));
        assert.deepEqual(await refundedAt(reference), ['1000', '314']);
      }
    });
  }

  it('is told why a refund cannot be made', async () => {
    const [account] = ACCOUNTS;
    const checkout = await begin(stage, account!);
    const reference = await checkout.reference();
    await stage.gateway.act({ reference }, 'approve');
    await checkout.reach('success');
    const office = await BackOffice.open(await stage.shopper(), stage.demo);
    await office.refund(reference, '13.15');
    assert.match(await office.page.getByRole('alert').innerText(), /at most/);
    assert.equal(await office.refunds(reference).count(), 0);
  });
});
