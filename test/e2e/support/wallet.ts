import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** Scans: opens the address that a code holds on a device of its own. */
export async function scan(stage: Stage, code: string): Promise<Page> {
  const phone = await stage.shopper({ viewport: { width: 390, height: 844 } });
  return (await phone.open(code)).page;
}

/** Confirms the payment that the wallet shows. */
export const approve = (wallet: Page): Promise<void> => press(wallet, 'Confirm payment');

export const decline = (wallet: Page): Promise<void> => press(wallet, 'Decline');

export const leave = (wallet: Page): Promise<void> => press(wallet, 'Leave without paying');

function press(wallet: Page, name: string): Promise<void> {
  return wallet.getByRole('button', { name, exact: true }).click();
}
