import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import type { CheckoutPage } from './support/checkout-page.ts';
import { readQr } from './support/qr-reader.ts';
import { setStage } from './support/stage.ts';
import { approve, scan } from './support/wallet.ts';

interface Look {
  readonly context?: BrowserContextOptions;
  /** What the page sets before the shopper clicks. */
  readonly theme?: 'light' | 'dark';
  readonly dir?: 'rtl';
}

const LOOKS: Readonly<Record<string, Look>> = {
  'in light colours': { context: { colorScheme: 'light' } },
  'in dark colours': { context: { colorScheme: 'dark' } },
  'with theme="light" on a dark page': { context: { colorScheme: 'dark' }, theme: 'light' },
  'with theme="dark" on a light page': { context: { colorScheme: 'light' }, theme: 'dark' },
  'in Chinese': { context: { locale: 'zh-CN' } },
  'from right to left': { dir: 'rtl' },
  'in forced colours': { context: { forcedColors: 'active' } },
  'in forced dark colours': { context: { forcedColors: 'active', colorScheme: 'dark' } },
};

async function dress({ page, widget }: CheckoutPage, { theme, dir }: Look): Promise<void> {
  if (dir) await page.locator('html').evaluate((root, value) => root.setAttribute('dir', value), dir);
  if (theme) await widget.evaluate((element, value) => element.setAttribute('theme', value), theme);
}

describe('a desktop', () => {
  const stage = setStage();

  for (const [name, look] of Object.entries(LOOKS)) {
    for (const deviceScaleFactor of [1, 2]) {
      it(`shows a code that any reader reads, ${name}, at ${deviceScaleFactor} pixels a point`, async () => {
        const shopper = await stage.shopper({ ...look.context, deviceScaleFactor });
        const checkout = await shopper.order();
        await dress(checkout, look);
        await checkout.pay();
        await checkout.codeIsPainted();
        const { walletUrl } = await stage.gateway.paymentOf(checkout.orderId);
        assert.equal(await readQr(checkout.page), walletUrl);
      });
    }
  }

  it('shows the success within a second of the approval, without a reload', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const wallet = await scan(stage, (await readQr(checkout.page))!);
    await approve(wallet);
    await checkout.reach('success');

    const { paidAtMs, status } = await stage.gateway.paymentOf(checkout.orderId);
    assert.equal(status, 'SUCCESS');
    // Both clocks are this machine's. Changes from before the payment show that the document is still the same.
    const changes = await checkout.changes();
    const success = changes.find(({ phase }) => phase === 'success');
    const delayMs = success!.atMs - paidAtMs!;
    assert.ok(delayMs < 1_000, `success came ${delayMs} ms after the approval`);
    assert.deepEqual([...new Set(changes.map(({ phase }) => phase))], ['creating', 'awaiting', 'success']);
    await checkout.says('Paid');
    await checkout.page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    assert.deepEqual(await stage.demo.recordsOf(checkout.orderId), { order: 'paid', payment: 'success' });
  });

  it('says that the order is received while the money is not confirmed, and then that it is paid', async () => {
    const checkout = await (await stage.shopper()).order();
    await checkout.pay();
    await checkout.codeIsPainted();
    const payment = await stage.gateway.paymentOf(checkout.orderId);
    await stage.gateway.act(payment, 'pend');
    await checkout.reach('processing');
    await checkout.page.getByRole('heading', { name: 'Order received' }).first().waitFor();
    await stage.gateway.act(payment, 'approve');
    await checkout.reach('success');
  });
});
