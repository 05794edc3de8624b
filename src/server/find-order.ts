import { Refusal } from './errors.ts';
import type { Kit } from './kit.ts';
import type { Order } from './options.ts';

/** The order that a page's `order-id` stands for. @throws {Refusal} `order_not_found`. */
export async function findOrder(kit: Kit, orderId: string, request: Request): Promise<Order> {
  const order = await kit.findOrder(orderId, request);
  if (!order) throw new Refusal('order_not_found', 'There is no such order, or this shopper may not pay it.');
  return order;
}

/** A mistake in the merchant's own code: loud there, and never taken for a shopper's. @throws {TypeError} */
export function assertOrder({ id, amount }: Order): void {
  if (typeof id !== 'string' || id.length === 0 || id.length > 64) {
    throw new TypeError('An order must have an "id" of 1 to 64 characters');
  }
  if (!Number.isSafeInteger(amount?.value) || amount.value <= 0 || !/^[A-Z]{3}$/.test(amount.currency)) {
    throw new TypeError('An order must have an "amount" of {currency: "USD", value: 2000}, in minor units above 0');
  }
}
