import { parseWalletsRequest, type Wallets } from '../../protocol/requests.ts';
import { findOrder } from '../find-order.ts';
import { json, readJson } from '../http.ts';
import type { Route } from './route.ts';

/** `POST /wallets`: no gateway account here offers a choice, and the contract's word for that is an empty list. */
export const wallets: Route = async (kit, { request }) => {
  const { orderId } = parseWalletsRequest(await readJson(request));
  await findOrder(kit, orderId, request);
  const none: Wallets = { wallets: [] };
  return json(none);
};
