import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { alipayCashier } from 'alipay-checkout/gateways/alipay-cashier';
import { createCheckout } from 'alipay-checkout/server';
import { nodeHandler } from 'alipay-checkout/server/node';
import { sqliteStore } from 'alipay-checkout/server/sqlite';
import { toNodeHandler } from 'srvx/node';
import { listen, settings } from '../support/process.ts';
import { findTea } from './catalogue.ts';
import { openAccount } from './merchant-account.ts';
import { openOrders } from './orders.ts';
import { createShop } from './shop.ts';

const { port, dataDir } = settings({ port: 4010 });
const { GATEWAY_ORIGIN: gatewayOrigin = 'http://localhost:4020' } = process.env;

await listen(port, async (origin) => {
  const orders = openOrders(join(dataDir, 'orders.db'));
  const account = await openAccount({
    clientId: 'SANDBOX_5XTEAHOUSE0000001',
    name: 'Tea House',
    gatewayOrigin,
    keyPath: join(dataDir, 'shop-key.pem'),
  });
  const checkout = createCheckout({
    gateways: { alipay: alipayCashier({ ...account, host: gatewayOrigin }) },
    store: sqliteStore(join(dataDir, 'payments.db')),
    publicUrl: `${origin}/alipay`,
    findOrder(orderId) {
      const order = orders.find(orderId);
      if (!order) return null;
      const { id, currency, total, teaId, quantity } = order;
      return { id, amount: { currency, value: total }, description: `${findTea(teaId)?.name.en} × ${quantity}` };
    },
    onPayment: (payment) => orders.settle(payment),
  });
  const shop = createShop({ origin, orders, payments: checkout.payments, panelUrl: `${gatewayOrigin}/panel` });

  const servePayments = nodeHandler(checkout);
  const servePages = toNodeHandler(shop) as RequestListener;
  return (req, res) => (req.url?.startsWith('/alipay/') ? servePayments(req, res) : servePages(req, res));
});
