import { parseWalletsRequest, type Wallets, type WalletsRequest } from '../../protocol/requests.ts';
import { chooseGateway } from '../choose-gateway.ts';
import { assertOrder, findOrder } from '../find-order.ts';
import { GatewayError, refuseAmount, type WalletOption } from '../gateway.ts';
import { json, readJson } from '../http.ts';
import type { Kit } from '../kit.ts';
import { limit } from '../limit.ts';
import { toAmount, type Order } from '../options.ts';
import type { Route } from './route.ts';

/** The most that the contract carries. */
const MAX_WALLETS = 64;

/**
 * `POST /wallets`: what the shopper can choose from. An empty list where there is no choice, or where the gateway cannot
 * say: the payment is then created without one, rather than not at all.
 */
export const wallets: Route = async (kit, { request, clientAddress }) => {
  const asked = parseWalletsRequest(await readJson(request));
  if (clientAddress) limit(kit, 'client', clientAddress);
  const order = await findOrder(kit, asked.orderId, request);
  assertOrder(order);
  const body: Wallets = { wallets: (await listWallets(kit, order, asked)).slice(0, MAX_WALLETS) };
  return json(body);
};

async function listWallets(kit: Kit, order: Order, asked: WalletsRequest): Promise<readonly WalletOption[]> {
  const { account, gateway } = await chooseGateway(kit, order, asked);
  const amount = toAmount(order);
  if (!gateway.listWallets || refuseAmount(gateway.capabilities, amount)) return [];
  const { terminal, os, locale } = asked;
  const buyerCountry = order.buyer?.country;
  try {
    const found = await gateway.listWallets({
      amount,
      terminal,
      ...(os && { os }),
      ...(locale && { locale }),
      ...(buyerCountry && { buyerCountry }),
    });
    // What a create would refuse must not be offered.
    return found.filter(({ id }) => gateway.capabilities.wallets.includes(id));
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { message, gatewayCode } = error;
    const level = error.kind === 'misconfigured' ? 'error' : 'warn';
    kit.log({ level, event: 'wallets_unknown', message, gateway: account, ...(gatewayCode && { gatewayCode }) });
    return [];
  }
}
