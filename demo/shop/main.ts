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
import { languageOf } from './words.ts';

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
  const shop = createShop({ origin, orders, payments: checkout.payments, panelUrl: `${gatewayOrigin}/panel` });

  const servePayments = nodeHandler(checkout);
  const servePages = toNodeHandler(shop) as RequestListener;
  return (req, res) => (req.url?.startsWith('/alipay/') ? servePayments(req, res) : servePages(req, res));
});
