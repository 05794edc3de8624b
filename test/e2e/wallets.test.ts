import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { devices } from 'playwright-core';
import type { CheckoutPage } from './support/checkout-page.ts';
import { setStage } from './support/stage.ts';
import { approve, scan } from './support/wallet.ts';

describe('a choice of wallets', () => {
  const stage = setStage();
  const row = ({ widget }: CheckoutPage, name: string) => widget.getByRole('button', { name });

  it('pays with the wallet that is chosen', async () => {
    const checkout = await (await stage.shopper()).order('alipay-wallets');
    await checkout.pay();
    await checkout.says('Choose your wallet');
    assert.equal((await stage.gateway.paymentsOf(checkout.orderId)).length, 0, 'nothing is created before the choice');
    await row(checkout, 'AlipayHK').click();
    await checkout.codeIsPainted();
    const { wallet, walletUrl } = await stage.gateway.paymentOf(checkout.orderId);
    assert.equal(wallet, 'ALIPAY_HK');
    await approve(await scan(stage, walletUrl));
    await checkout.reach('success');
  });

  it('explains what is not available, and takes no click on it', async () => {
    // Nine tins of Pu-erh, which are more than Boost takes at once.
    const checkout = await (await stage.shopper()).order('alipay-wallets', { tea: 'puer', quantity: 9 });
    await checkout.pay();
    const boost = row(checkout, 'Boost');
    await boost.getByText('The amount is outside its limits.').waitFor();
    await boost.click({ force: true });
    assert.equal(await checkout.phase(), 'choosing');
    assert.equal((await stage.gateway.paymentsOf(checkout.orderId)).length, 0);
  });

  it('goes back without a trace', async () => {
    const checkout = await (await stage.shopper()).order('alipay-wallets');
    await checkout.pay();
    await checkout.button('Back').click();
    await checkout.reach('idle');
    assert.equal((await stage.gateway.paymentsOf(checkout.orderId)).length, 0);
  });

  it('sends a phone to that wallet with the tap that chooses it', async () => {
    const phone = { ...devices['iPhone 15'], locale: 'en-US' };
    const checkout = await (await stage.shopper(phone)).order('alipay-wallets');
    const { orderId } = checkout;
    await checkout.part('button').tap();
    await row(checkout, 'GCash').tap();
    await checkout.page.waitForURL(/\/wallet\//);
    assert.equal((await stage.gateway.paymentOf(orderId)).wallet, 'GCASH');
    await approve(checkout.page);
    await checkout.page.waitForURL(/\/orders\//);
    await checkout.reach('success');
  });
});
