import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const MINI_BROWSER = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const DISPLAY_SERVER = '/usr/bin/Xvfb';

const found = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));

/** Where a Firefox is: as `FIREFOX_PATH` says, or in one of its usual places. */
export function findFirefox(): string | undefined {
  return process.env['FIREFOX_PATH'] ?? found(FIREFOX);
}

/** Where the small browser of WebKitGTK is, if there also are its driver and a screen, or what makes one. */
export function findWebKit(): string | undefined {
  const hasScreen = process.env['DISPLAY'] !== undefined || existsSync(DISPLAY_SERVER);
  return existsSync(WEBKIT_DRIVER) && hasScreen ? found(MINI_BROWSER) : undefined;
}

/** A driver of WebKit that listens. Ends with this process, whatever ends that. */
export interface WebKitDriver {
  readonly url: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
  stop(): void;
}

/** @param binary - What `findWebKit` has found. */
export async function startWebKitDriver(binary: string): Promise<WebKitDriver> {
  const display = process.env['DISPLAY'] === undefined ? await openDisplay() : undefined;
  const port = await freePort();
  // Without the bridge of assistive technology, which waits for a bus that no machine without a desktop has.
  const env = { ...process.env, ...(display && { DISPLAY: display.name }), NO_AT_BRIDGE: '1' };
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = (): void => {
    process.off('exit', stop);
    driver.kill();
    display?.close();
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/status`);
  return {
    url,
    capabilities: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    stop,
  };
}

/** A screen that nobody sees: WebKit knows no other way. */
async function openDisplay(): Promise<{ readonly name: string; close(): void }> {
  const server = spawn(DISPLAY_SERVER, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const close = (): void => {
    process.off('exit', close);
    server.kill();
  };
  process.once('exit', close);
  const failed = once(server, 'exit').then(() => Promise.reject(new Error('There is no screen for WebKit')));
  const [number] = (await Promise.race([once(server.stdout, 'data'), failed])) as [Buffer];
  return { name: `:${number.toString().trim()}`, close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The driver of WebKit does not answer');
}
