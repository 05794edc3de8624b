import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_ARGUMENTS, findBrowser } from '../../../scripts/browser.ts';
import { until } from './until.ts';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One conversation in the DevTools protocol. */
class Devtools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    };
  }

  static async connect(url: string): Promise<Devtools> {
    const socket = new WebSocket(url);
    await once(socket, 'open');
    return new Devtools(socket);
  }

  async send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.#count;
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  close(): void {
    this.#socket.close();
  }
}

/** A tab as a shopper has it: it is hidden while another is in front, and goes into the back/forward cache. */
export class PlainTab {
  readonly #id: string;
  readonly #browser: Devtools;
  readonly #devtools: Devtools;

  constructor(id: string, browser: Devtools, devtools: Devtools) {
    this.#id = id;
    this.#browser = browser;
    this.#devtools = devtools;
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#devtools.send<{
      readonly result: { readonly value: T };
      readonly exceptionDetails?: { readonly text: string };
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  /** Waits until an expression is true in the page. */
  see(expression: string, withinMs?: number): Promise<unknown> {
    return until(expression, () => this.evaluate<boolean>(`Boolean(${expression})`).catch(() => false), withinMs);
  }

  send(method: string, params?: object): Promise<unknown> {
    return this.#devtools.send(method, params);
  }

  bringToFront(): Promise<unknown> {
    return this.#browser.send('Target.activateTarget', { targetId: this.#id });
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#id });
    this.#devtools.close();
  }
}

/**
 * A Chromium that nobody has made fit for tests: unlike Playwright's it hides and throttles the tabs in the background, and
 * has a back/forward cache.
 */
export class PlainBrowser {
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #endpoint: URL;
  readonly #devtools: Devtools;

  private constructor(child: ChildProcess, profile: string, endpoint: URL, devtools: Devtools) {
    this.#child = child;
    this.#profile = profile;
    this.#endpoint = endpoint;
    this.#devtools = devtools;
  }

  static async launch(...more: readonly string[]): Promise<PlainBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'alipay-checkout-browser-'));
    const fixed = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
    const child = spawn(await findBrowser(), [...BROWSER_ARGUMENTS, ...more, ...fixed], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.once('exit', (code) => reject(new Error(`The browser ended with ${code}`)));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /DevTools listening on (\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
    });
    return new PlainBrowser(child, profile, new URL(address), await Devtools.connect(address));
  }

  /** Opens an address in a tab, which comes to the front. */
  async open(url: string): Promise<PlainTab> {
    const { targetId } = await this.#devtools.send<{ readonly targetId: string }>('Target.createTarget', { url });
    const devtools = await Devtools.connect(`ws://${this.#endpoint.host}/devtools/page/${targetId}`);
    return new PlainTab(targetId, this.#devtools, devtools);
  }

  async close(): Promise<void> {
    this.#devtools.close();
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
