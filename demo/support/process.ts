import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { toNodeHandler } from 'srvx/node';

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
}

/** What the environment says: `PORT` (0: any free one) and `DATA_DIR`. */
export function settings(defaults: { port: number }): Settings {
  const { PORT = defaults.port, DATA_DIR = fileURLToPath(new URL('../.data', import.meta.url)) } = process.env;
  return { port: Number(PORT), dataDir: DATA_DIR };
}

/** Anything that answers requests: a web-standard handler, or one of Node's. */
type Server = { fetch(request: Request): Response | Promise<Response> } | RequestListener;

/**
 * Runs a server until the process is told to stop, and prints one line, `ready http://…`, once it listens.
 *
 * Reachable from this machine only, under `localhost`. With `HOST`, a name or an address of this machine, it is
 * reachable there: for trying it out with a real phone in the same network.
 */
export async function listen(port: number, create: (origin: string) => Server | Promise<Server>): Promise<void> {
  const { HOST = 'localhost' } = process.env;
  const http = createServer();
  http.listen(port, HOST === 'localhost' ? '127.0.0.1' : HOST);
  await new Promise((resolve, reject) => http.once('listening', resolve).once('error', reject));
  const origin = `http://${HOST}:${(http.address() as AddressInfo).port}`;
  const server = await create(origin);
  http.on('request', typeof server === 'function' ? server : toNodeHandler((request) => server.fetch(request)));
  console.log(`ready ${origin}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}
