import { parseWalletsRequest, type Wallets } from '../../protocol/requests.ts';
import { Refusal } from '../errors.ts';
import { json, readJson } from '../http.ts';
import type { Route } from './route.ts';

/** `POST /wallets`: no gateway account here offers a choice, and the contract's word for that is an empty list. */
export const wallets: Route = async (kit, { request }) => {
  const { orderId } = parseWalletsRequest(await readJson(request));
  const order = await kit.findOrder(orderId, request);
  if (!order) throw new Refusal('order_not_found', 'There is no such order, or this shopper may not pay it.');
  const none: Wallets = { wallets: [] };
  return json(none);
};
