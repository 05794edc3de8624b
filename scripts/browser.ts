import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a Chromium usually is, best first. */
const KNOWN_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
      join(folder, file),
    );
  }),
};

/** What a Chromium needs to run unattended, also as root and without a network of its own. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Without a window Chromium calls itself headless, and the checkout takes that for a bot.
  '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
];

/**
 * Finds a Chromium, and installs one where there is none and it can; says on stderr what it installs.
 *
 * Order: `CHROME_PATH`, the usual places, Playwright's own, Debian's package (as root), `@sparticuz/chromium` (Linux on
 * x64, kept in the user's cache folder).
 *
 * @throws {Error} with instructions where none can be had.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env['CHROME_PATH'];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH is "${given}", and there is no such file`);
  }
  const browser = knownBrowser() ?? (await playwrightBrowser()) ?? debianBrowser() ?? (await packagedBrowser());
  if (browser) return browser;
  throw new Error('No Chromium was found. Set CHROME_PATH to one, or run "npx playwright install chromium".');
}

function knownBrowser(): string | undefined {
  return KNOWN_PATHS[process.platform]?.find((path) => existsSync(path));
}

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function debianBrowser(): string | undefined {
  const isDebian = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!isDebian) return undefined;
  say('No Chromium found: installing the "chromium" package with apt-get');
  // Output goes to stderr, since stdout may be what a caller reads the path from.
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 2, 2],
    }).status === 0;
  run('update');
  run('install', '-y', '--no-install-recommends', 'chromium');
  return knownBrowser();
}

async function packagedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'alipay-checkout', 'chromium');
  try {
    if (!existsSync(join(folder, 'node_modules'))) {
      say(`No Chromium found: installing @sparticuz/chromium into ${folder}`);
      execFileSync('npm', ['install', '--no-save', '--prefix', folder, '@sparticuz/chromium@153'], {
        stdio: ['ignore', 2, 2],
      });
    }
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    const { default: chromium } = (await import(pathToFileURL(entry).href)) as {
      default: { executablePath(): Promise<string> };
    };
    return await chromium.executablePath();
  } catch (error) {
    say(`@sparticuz/chromium cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
