import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

assertNode();
if (isBuildStale()) await build();
const firstGatewayPort = Number(process.env['GATEWAY_PORT'] ?? 4020);
const GATEWAYS = [
  { name: 'Alipay Cashier', folder: 'alipay-cashier', variable: 'GATEWAY_ORIGIN' },
  { name: 'Checkout.com', folder: 'checkout-com', variable: 'CHECKOUT_COM_ORIGIN' },
  { name: 'WooshPay', folder: 'wooshpay', variable: 'WOOSHPAY_ORIGIN' },
  { name: 'Trust Payments', folder: 'trust-payments', variable: 'TRUST_PAYMENTS_ORIGIN' },
] as const;
const taken = new Set<number>();

const children = new Set<ChildProcess>();
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));

const origins: Record<string, string> = {};
for (const [at, { name, folder, variable }] of GATEWAYS.entries()) {
  const gatewayPort = await freePort(firstGatewayPort + at);
  origins[variable] = await run(name, `demo/gateways/${folder}/main.ts`, { PORT: String(gatewayPort) });
}
const port = await freePort(Number(process.env['PORT'] ?? 4010));
const storefront = await run('shop', 'demo/shop/main.ts', { PORT: String(port), ...origins });
console.log(`\nStorefront       ${storefront}`);
for (const { name, variable } of GATEWAYS) console.log(`${name.padEnd(16)} ${origins[variable]}/panel`);
console.log('\nCtrl-C stops them all.');

/** Starts a process and waits until it listens. One that ends by itself is started again, once. */
function run(name: string, script: string, env: Record<string, string>, isSecond = false): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      cwd: root,
      env: { ...process.env, ...env },
      // The channel is for its end alone: a child that loses it stops, however this process has died.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    children.add(child);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const ready = /^ready (\S+)$/m.exec(text)?.[1];
      if (ready) resolve(ready);
      else process.stdout.write(text);
    });
    child.once('exit', (code, signal) => {
      children.delete(child);
      if (isStopping) return;
      console.error(`The ${name} has stopped (${signal ?? code}).${isSecond ? '' : ' Starting it again.'}`);
      if (isSecond) stop(1);
      else void run(name, script, env, true).then(resolve);
    });
  });
}

function stop(code: number): void {
  isStopping = true;
  process.exitCode = code;
  for (const child of children) child.kill();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
}

function assertNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return;
  console.error(`This needs Node 22.13 or later; this is ${process.versions.node}. "npm start" brings its own.`);
  process.exit(1);
}

/** The demo uses the package as a customer does, built: so what is built must be what is written. */
function isBuildStale(): boolean {
  const built = ['dist/cdn/alipay-checkout.js', 'dist/server/index.js'].map((file) => root + file);
  if (!built.every((file) => existsSync(file))) return true;
  return newest('src') > Math.min(...built.map((file) => statSync(file).mtimeMs));
}

function newest(folder: string): number {
  const entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).mtimeMs));
}

async function build(): Promise<void> {
  console.log('Building the package first …');
  const code = await new Promise((resolve) =>
    spawn(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' }).once('exit', resolve),
  );
  if (code !== 0) process.exit(1);
}

/** The port, or the next one that nobody uses. */
async function freePort(wanted: number): Promise<number> {
  if (taken.has(wanted) || !(await isFree(wanted))) return freePort(wanted + 1);
  taken.add(wanted);
  return wanted;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
