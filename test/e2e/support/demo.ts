import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AlipayPanel, GatewayPanel } from './gateway-panel.ts';
import { type GatewayName, GATEWAYS } from './gateways.ts';
import { ServerProcess } from './processes.ts';

/** What the shop's own records say of an order, and of its newest payment. */
export interface Records {
  readonly order: string | undefined;
  readonly payment: string | undefined;
}

type Gateways = ReadonlyMap<GatewayName, ServerProcess>;

/** The shop and its gateways, each in a process of its own, with data of their own. */
export class Demo {
  /** Alipay's. */
  readonly gateway: AlipayPanel;
  readonly #dataDir: string;
  readonly #gateways: Gateways;
  readonly #shop: ServerProcess;

  private constructor(dataDir: string, gateways: Gateways, shop: ServerProcess) {
    this.#dataDir = dataDir;
    this.#gateways = gateways;
    this.#shop = shop;
    this.gateway = new GatewayPanel(() => this.gatewayOrigin);
  }

  /** Starts the shop with Alipay's gateway, and with the others that are named. */
  static async start(others: readonly GatewayName[] = []): Promise<Demo> {
    const dataDir = await mkdtemp(join(tmpdir(), 'alipay-checkout-e2e-'));
    const names = ['alipay-cashier', ...others] as const;
    const processOf = (name: GatewayName): ServerProcess =>
      new ServerProcess(`demo/gateways/${name}/main.ts`, { DATA_DIR: join(dataDir, name) });
    const gateways = new Map(names.map((name) => [name, processOf(name)]));
    await Promise.all([...gateways.values()].map((gateway) => gateway.start()));
    const origins = [...gateways].map(([name, { origin }]) => [GATEWAYS[name], origin]);
    const shop = new ServerProcess('demo/shop/main.ts', {
      DATA_DIR: join(dataDir, 'shop'),
      ...(Object.fromEntries(origins) as Record<string, string>),
    });
    await shop.start();
    return new Demo(dataDir, gateways, shop);
  }

  get shopOrigin(): string {
    return this.#shop.origin;
  }

  get gatewayOrigin(): string {
    return this.originOf('alipay-cashier');
  }

  originOf(name: GatewayName): string {
    return this.#process(name).origin;
  }

  /** Drives one of the gateways that were started. */
  panelOf(name: GatewayName): GatewayPanel {
    return new GatewayPanel(() => this.originOf(name));
  }

  /** Of every gateway that was started. */
  get panels(): readonly GatewayPanel[] {
    return [...this.#gateways.keys()].map((name) => this.panelOf(name));
  }

  /** As a power cut would: what the shop has not stored is lost. */
  killShop(): Promise<void> {
    return this.#shop.kill();
  }

  /** On the same port, over the same data. */
  startShop(): Promise<void> {
    return this.#shop.start();
  }

  killGateway(name: GatewayName): Promise<void> {
    return this.#process(name).kill();
  }

  /** On the same port, over the same data, with no faults. */
  startGateway(name: GatewayName): Promise<void> {
    return this.#process(name).start();
  }

  async recordsOf(orderId: string): Promise<Records> {
    const page = await (await fetch(`${this.shopOrigin}/admin`)).text();
    const order = new RegExp(`data-order="${orderId}" data-status="(\\w+)"`).exec(page)?.[1];
    const payments = page.matchAll(/<tr data-payment="\w+" data-status="(\w+)">([^]*?)<\/tr>/g);
    const payment = [...payments].find(([, , row = '']) => row.includes(`/orders/${orderId}"`))?.[1];
    return { order, payment };
  }

  /** Alipay's private key, base64 of its PKCS #8: to say of our own accord what only the gateway may say. */
  gatewayKey(): Promise<string> {
    return readFile(join(this.#dataDir, 'alipay-cashier', 'gateway-key'), 'utf8');
  }

  async stop(): Promise<void> {
    await Promise.all([this.#shop, ...this.#gateways.values()].map((server) => server.kill()));
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  #process(name: GatewayName): ServerProcess {
    const gateway = this.#gateways.get(name);
    if (!gateway) throw new Error(`The demo was started without ${name}`);
    return gateway;
  }
}
