import { mkdirSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { toNodeHandler } from 'srvx/node';

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
}

/** What the environment says: `PORT` (0: any free one) and `DATA_DIR`, which exists afterwards. */
export function settings(defaults: { port: number }): Settings {
  const { PORT = defaults.port, DATA_DIR = fileURLToPath(new URL('../.data', import.meta.url)) } = process.env;
  mkdirSync(DATA_DIR, { recursive: true });
  return { port: Number(PORT), dataDir: DATA_DIR };
}

/** Anything that answers requests: a web-standard handler, or one of Node's. */
type Server = { fetch(request: Request): Response | Promise<Response> } | RequestListener;

/**
 * Runs a server on this machine until the process is told to stop, or loses the process that started it. Prints one
 * line, `ready http://…`, once it listens.
 */
export async function listen(port: number, create: (origin: string) => Server | Promise<Server>): Promise<void> {
  const http = createServer();
  http.listen(port, '127.0.0.1');
  await new Promise((resolve, reject) => http.once('listening', resolve).once('error', reject));
  const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
  const server = await create(origin);
  http.on('request', typeof server === 'function' ? server : toListener(server));
  console.log(`ready ${origin}`);
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, () => process.exit());
}

function toListener(server: Exclude<Server, RequestListener>): RequestListener {
  return toNodeHandler((request) => server.fetch(request)) as RequestListener;
}
