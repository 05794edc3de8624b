import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payment, Snapshot } from '../../../src/protocol/payment.ts';
import { aSnapshot } from '../../support/a-snapshot.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const HEARTBEAT_MS = 15_000;

const page = (orderId: string): string => `<!doctype html>
<html lang="en">
<title>${orderId}</title>
<script type="module" src="/cdn/alipay-checkout.js"></script>
<script>
  window.versions = [];
  addEventListener('alipay-change', ({ state }) => window.versions.push(state.payment?.version));
  addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted));
</script>
<alipay-checkout endpoint="/alipay" order-id="${orderId}"></alipay-checkout>
`;

/** A shop over HTTP/1.1 whose payments change when a test says so, and that sees how it is asked. */
export class WatchedShop {
  /** Of all requests to the endpoint: method and path. */
  readonly asked: string[] = [];
  /** The most streams that were ever open at once. */
  mostStreams = 0;
  /** As behind a proxy that lets none through: those that are open end too. */
  #refusesStreams = false;
  readonly #server: Server;
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #streams = new Map<ServerResponse, string>();
  readonly #keys = new Map<string, string>();

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(): Promise<WatchedShop> {
    const shop = new WatchedShop();
    shop.#server.listen(0, '127.0.0.1');
    await once(shop.#server, 'listening');
    return shop;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  set refusesStreams(refuses: boolean) {
    this.#refusesStreams = refuses;
    if (refuses) for (const response of this.#streams.keys()) response.destroy();
  }

  /** How many streams are open. */
  get streams(): number {
    return this.#streams.size;
  }

  /** How many attempts were sent, by their keys. */
  get attempts(): number {
    return this.#keys.size;
  }

  address(orderId: string): string {
    return `${this.origin}/orders/${orderId}`;
  }

  /** Changes the payment of an order, and tells those who follow it. */
  change(orderId: string, change: Partial<Payment>): number {
    const id = idOf(orderId);
    const { payment } = this.#snapshots.get(id)!;
    const version = payment.version + 1;
    this.#snapshots.set(id, aSnapshot({ ...payment, ...change, version }));
    for (const [response, followed] of this.#streams) if (followed === id) this.#tell(response, id);
    return version;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, this.origin);
    const [, folder, name = '', id = '', what] = pathname.split('/');
    if (folder === 'orders') return html(response, page(name));
    if (folder === 'cdn') return this.#serve(pathname.slice('/cdn/'.length), response);
    if (folder !== 'alipay') return html(response, '<!doctype html><title>Elsewhere</title>');

    this.asked.push(`${request.method} ${pathname}`);
    if (!id) return this.#create(request, response);
    if (what === 'events') return this.#stream(response, id);
    if (what === 'cancel') this.change(this.#snapshots.get(id)!.payment.orderId, VOIDED);
    json(response, this.#now(id));
  }

  async #serve(path: string, response: ServerResponse): Promise<void> {
    const file = await readFile(new URL(path, CDN)).catch(() => null);
    response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file);
  }

  async #create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const text of request.setEncoding('utf8') as AsyncIterable<string>) body += text;
    const { orderId } = JSON.parse(body) as { readonly orderId: string };
    const key = String(request.headers['idempotency-key']);
    const id = this.#keys.get(key) ?? idOf(orderId);
    this.#keys.set(key, id);
    if (!this.#snapshots.has(id)) this.#snapshots.set(id, aSnapshot({ id, orderId }));
    json(response, { ...this.#now(id), token: 'a-token-of-the-test' }, 201);
  }

  #stream(response: ServerResponse, id: string): void {
    if (this.#refusesStreams) return void response.writeHead(503).end();
    this.#streams.set(response, id);
    this.mostStreams = Math.max(this.mostStreams, this.#streams.size);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#tell(response, id);
    const beat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
    response.once('close', () => {
      clearInterval(beat);
      this.#streams.delete(response);
    });
  }

  #tell(response: ServerResponse, id: string): void {
    response.write(`event: payment\ndata: ${JSON.stringify(this.#now(id))}\n\n`);
  }

  #now(id: string): Snapshot {
    const { payment, action } = this.#snapshots.get(id)!;
    return { payment: { ...payment, serverTime: new Date().toISOString() }, action };
  }
}

const VOIDED = { status: 'voided', reason: 'cancelled_by_shopper' } as const;

const idOf = (orderId: string): string => orderId.replace(/\W/g, '').padEnd(24, '0');

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
