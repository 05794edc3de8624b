import type { Gateway } from './gateway.ts';
import type { Kit } from './kit.ts';
import type { Order, PayRequest } from './options.ts';

/** The gateway account that an order is to be paid through. @throws {TypeError} where the merchant names none of theirs. */
export async function chooseGateway(
  kit: Kit,
  order: Order,
  { orderId, terminal, os, wallet, locale }: PayRequest,
): Promise<{ readonly account: string; readonly gateway: Gateway }> {
  const request = { orderId, terminal, ...(os && { os }), ...(wallet && { wallet }), ...(locale && { locale }) };
  const account = await kit.chooseGateway(order, { request });
  const gateway = Object.hasOwn(kit.gateways, account) ? kit.gateways[account] : undefined;
  if (!gateway) throw new TypeError(`"chooseGateway" answered "${account}", which is not among "gateways"`);
  return { account, gateway };
}
