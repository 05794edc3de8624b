import type { BrowserContextOptions, Page } from 'playwright-core';
import { devices } from 'playwright-core';
import type { CheckoutPage } from './checkout-page.ts';
import type { Demo } from './demo.ts';
import type { AlipayPanel } from './gateway-panel.ts';
import type { Shopper } from './shopper.ts';
import { approve, leave } from './wallet.ts';

/** A way of looking at the shop. */
export interface Setting {
  readonly context: BrowserContextOptions;
  readonly isPhone?: boolean;
  readonly dir?: 'rtl';
}

const desktop = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };
const phone = { ...devices['iPhone 15'], viewport: { width: 390, height: 760 }, locale: 'en-US' };

export const SETTINGS: Readonly<Record<string, Setting>> = {
  'desktop-light': { context: { ...desktop, colorScheme: 'light' } },
  'desktop-dark': { context: { ...desktop, colorScheme: 'dark' } },
  'desktop-chinese': { context: { ...desktop, locale: 'zh-CN' } },
  'desktop-rtl': { context: desktop, dir: 'rtl' },
  'phone-light': { context: { ...phone, colorScheme: 'light' }, isPhone: true },
  'phone-dark': { context: { ...phone, colorScheme: 'dark' }, isPhone: true },
  'phone-chinese': { context: { ...phone, locale: 'zh-CN' }, isPhone: true },
};

/** Takes a picture of a page, under the name of its state. */
export type Shoot = (state: string, page: Page) => Promise<void>;

/** Takes a shopper through every state of the demo, and shoots each. */
export async function walk(demo: Demo, shopper: Shopper, setting: Setting, shoot: Shoot): Promise<void> {
  const { gateway } = demo;
  const order = async (): Promise<CheckoutPage> => {
    const checkout = await shopper.order();
    if (setting.dir) await checkout.page.locator('html').evaluate((root) => root.setAttribute('dir', 'rtl'));
    return checkout;
  };
  const act = async ({ orderId }: CheckoutPage, action: Parameters<typeof gateway.act>[1]): Promise<void> => {
    await gateway.act((await gateway.paymentsOf(orderId))[0]!, action);
  };

  await gateway.setFaults({ gateway: 'slow', delayMs: 1_500, notifications: 'deliver' });
  const first = await order();
  await first.part('button').waitFor();
  await shoot('idle', first.page);
  await first.pay();
  await first.widget.locator(setting.isPhone ? '[aria-busy="true"]' : '[part~="skeleton"]').waitFor();
  await shoot('creating', first.page);
  await gateway.setFaults({ gateway: 'up' });
  await (setting.isPhone ? walkPhone(first, setting, shoot) : walkDesktop(first, gateway, shoot));

  const ends = { failed: 'decline', expired: 'expire', processing: 'pend' } as const;
  for (const [state, action] of Object.entries(ends)) {
    const checkout = await order();
    await bring(checkout, setting);
    await act(checkout, action);
    await checkout.reach(state === 'expired' ? 'voided' : (state as 'failed' | 'processing'));
    await shoot(state, checkout.page);
  }

  const cancelled = await order();
  await bring(cancelled, setting);
  await cancelled.widget.getByRole('button', { name: /^(Cancel|取消)$/ }).click();
  await cancelled.reach('voided');
  await shoot('cancelled', cancelled.page);

  const broken = await order();
  await broken.page.route('**/alipay/payments', (route) => route.fulfill({ status: 502, json: PROBLEM }));
  await broken.pay();
  await broken.reach('error');
  await shoot('error', broken.page);
}

const PROBLEM = { code: 'gateway_rejected', retryable: false };

/** Brings an order to where its shopper can pay it and looks at the shop. */
async function bring(checkout: CheckoutPage, { isPhone }: Setting): Promise<void> {
  await checkout.pay();
  if (!isPhone) return checkout.codeIsPainted();
  await checkout.page.waitForURL(/\/wallet\//);
  await leave(checkout.page);
  await checkout.reach('awaiting');
  await checkout.part('button').waitFor();
}

async function walkDesktop(checkout: CheckoutPage, gateway: AlipayPanel, shoot: Shoot): Promise<void> {
  const { page } = checkout;
  await checkout.codeIsPainted();
  const { walletUrl } = await gateway.paymentOf(checkout.orderId);
  await shoot('qr', page);
  await checkout.part('link').click();
  await checkout.part('help').waitFor();
  await shoot('help', page);
  await page.keyboard.press('Escape');
  const wallet = await page.context().newPage();
  await wallet.goto(walletUrl);
  await shoot('wallet', wallet);
  await approve(wallet);
  await checkout.reach('success');
  await shoot('success', page);
  await wallet.close();
}

async function walkPhone(checkout: CheckoutPage, setting: Setting, shoot: Shoot): Promise<void> {
  const { page } = checkout;
  await page.waitForURL(/\/wallet\//);
  await shoot('wallet', page);
  const walletUrl = page.url();
  await leave(page);
  await checkout.says(setting.context.locale === 'zh-CN' ? '正在向支付宝查询' : 'Checking with Alipay');
  await shoot('checking', page);
  await checkout.part('button').waitFor();
  await shoot('awaiting', page);
  await page.goto(walletUrl);
  await approve(page);
  await checkout.reach('success');
  await shoot('success', page);
}
