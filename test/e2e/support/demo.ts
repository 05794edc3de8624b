import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayPanel } from './gateway-panel.ts';
import { ServerProcess } from './processes.ts';

/** The shop and the gateway of the demo, each in a process of its own, with data of their own. */
export class Demo {
  readonly gateway: GatewayPanel;
  readonly #dataDir: string;
  readonly #gateway: ServerProcess;
  readonly #shop: ServerProcess;

  private constructor(dataDir: string, gateway: ServerProcess, shop: ServerProcess) {
    this.#dataDir = dataDir;
    this.#gateway = gateway;
    this.#shop = shop;
    this.gateway = new GatewayPanel(() => gateway.origin);
  }

  static async start(): Promise<Demo> {
    const dataDir = await mkdtemp(join(tmpdir(), 'alipay-checkout-e2e-'));
    const gateway = new ServerProcess('demo/gateways/alipay-cashier/main.ts', { DATA_DIR: join(dataDir, 'gateway') });
    await gateway.start();
    const shop = new ServerProcess('demo/shop/main.ts', {
      DATA_DIR: join(dataDir, 'shop'),
      GATEWAY_ORIGIN: gateway.origin,
    });
    await shop.start();
    return new Demo(dataDir, gateway, shop);
  }

  get shopOrigin(): string {
    return this.#shop.origin;
  }

  get gatewayOrigin(): string {
    return this.#gateway.origin;
  }

  /** As a power cut would: what the shop has not stored is lost. */
  killShop(): Promise<void> {
    return this.#shop.kill();
  }

  /** On the same port, over the same data. */
  startShop(): Promise<void> {
    return this.#shop.start();
  }

  /** What the shop's own records say of an order, and of its newest payment. */
  async recordsOf(orderId: string): Promise<{ order: string | undefined; payment: string | undefined }> {
    const page = await (await fetch(`${this.shopOrigin}/admin`)).text();
    const order = new RegExp(`data-order="${orderId}" data-status="(\\w+)"`).exec(page)?.[1];
    const payments = page.matchAll(/<tr data-payment="\w+" data-status="(\w+)">([^]*?)<\/tr>/g);
    const payment = [...payments].find(([, , row = '']) => row.includes(`/orders/${orderId}"`))?.[1];
    return { order, payment };
  }

  /** The gateway's private key, base64 of its PKCS #8: to say of our own accord what only the gateway may say. */
  gatewayKey(): Promise<string> {
    return readFile(join(this.#dataDir, 'gateway', 'gateway-key'), 'utf8');
  }

  async stop(): Promise<void> {
    await Promise.all([this.#shop.kill(), this.#gateway.kill()]);
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
