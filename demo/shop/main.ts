import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { createCheckout } from 'alipay-checkout/server';
import { nodeHandler } from 'alipay-checkout/server/node';
import { sqliteStore } from 'alipay-checkout/server/sqlite';
import { toNodeHandler } from 'srvx/node';
import { listen, settings } from '../support/process.ts';
import { openAccounts } from './accounts/open-accounts.ts';
import { openVault } from './accounts/vault.ts';
import { findTea } from './catalogue.ts';
import { openOrders } from './orders.ts';
import { createShop } from './shop.ts';
import { languageOf } from './words.ts';

const GATEWAY_NAMES = {
  alipayCashier: 'Alipay Cashier',
  checkoutCom: 'Checkout.com',
  wooshPay: 'WooshPay',
  trustPayments: 'Trust Payments',
} as const;

const { port, dataDir } = settings({ port: 4010 });
const { GATEWAY_ORIGIN = 'http://localhost:4020' } = process.env;
const { CHECKOUT_COM_ORIGIN, WOOSHPAY_ORIGIN, TRUST_PAYMENTS_ORIGIN } = process.env;

await listen(port, async (origin) => {
  const publicUrl = `${origin}/alipay`;
  const orders = openOrders(join(dataDir, 'orders.db'));
  const origins = {
    alipayCashier: GATEWAY_ORIGIN,
    checkoutCom: CHECKOUT_COM_ORIGIN,
    wooshPay: WOOSHPAY_ORIGIN,
    trustPayments: TRUST_PAYMENTS_ORIGIN,
  };
  const vault = openVault(join(dataDir, 'secrets.json'));
  const gateways = await openAccounts(origins, vault, (account) => `${publicUrl}/notifications/${account}`);
  const checkout = createCheckout({
    gateways,
    chooseGateway: ({ id }) => orders.find(id)?.gateway ?? 'alipay',
    store: sqliteStore(join(dataDir, 'payments.db')),
    publicUrl,
    findOrder(orderId, request) {
      const order = orders.find(orderId);
      const tea = order && findTea(order.teaId);
      if (!tea) return null;
      return {
        id: order.id,
        amount: { currency: order.currency, value: order.total },
        description: `${tea.name[languageOf(request)]} × ${order.quantity}`,
      };
    },
    onPayment: (payment) => orders.settle(payment),
  });
  const panels = Object.entries(GATEWAY_NAMES).flatMap(([key, name]) => {
    const gatewayOrigin = origins[key as keyof typeof origins];
    return gatewayOrigin ? [{ name, url: `${gatewayOrigin}/panel` }] : [];
  });
  const shop = createShop({ origin, orders, payments: checkout.payments, accounts: Object.keys(gateways), panels });

  const servePayments = nodeHandler(checkout);
  const servePages = toNodeHandler(shop) as RequestListener;
  return (req, res) => (req.url?.startsWith('/alipay/') ? servePayments(req, res) : servePages(req, res));
});
