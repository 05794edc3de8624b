import type { Claim, Tabs } from '../../src/session/tabs.ts';

interface Claimant {
  readonly tab: FakeTab;
  readonly onHeld: () => void;
  readonly onLost: () => void;
}

interface Listener {
  readonly tab: FakeTab;
  readonly name: string;
  readonly onMessage: (message: unknown) => void;
}

/** What a browser does to a message: how often it arrives, and whether before the ones on their way. */
export interface Delivery {
  readonly copies: number;
  readonly early?: boolean;
}

/** A browser with the tabs of a shop, in the hand of the test. */
export class FakeBrowser {
  /** Everything that was said, in order. */
  readonly said: unknown[] = [];
  delivery: () => Delivery = () => ({ copies: 1 });
  /** As in a page without cookies, whose locks are refused. */
  refusesLocks = false;
  readonly #locks = new Map<string, Claimant[]>();
  readonly #listeners = new Set<Listener>();
  readonly #mail: (() => void)[] = [];

  tab(): FakeTab {
    return new FakeTab(this);
  }

  /** How many hold or wait for a lock, or listen. */
  get ties(): number {
    return [...this.#locks.values()].flat().length + this.#listeners.size;
  }

  take(tab: FakeTab, name: string, claim: Claim, signal: AbortSignal, onLost = () => {}): Promise<boolean> {
    if (this.refusesLocks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const queue = this.#locks.get(name) ?? [];
      this.#locks.set(name, queue);
      if (claim === 'try' && queue.length > 0) return resolve(false);
      const mine = { tab, onHeld: () => resolve(true), onLost };
      if (claim === 'force') queue.splice(0, 1, mine).forEach((robbed) => robbed.tab.run(robbed.onLost));
      else queue.push(mine);
      if (queue[0] === mine) mine.onHeld();
      signal.addEventListener('abort', () => {
        resolve(true);
        this.#drop(queue, (claimant) => claimant === mine);
      });
    });
  }

  join(tab: FakeTab, name: string, onMessage: (message: unknown) => void) {
    const listener = { tab, name, onMessage };
    this.#listeners.add(listener);
    return {
      say: (message: unknown) => this.say(name, message, listener),
      leave: () => void this.#listeners.delete(listener),
    };
  }

  /** Says something to all who listen, but for the one who says it. */
  say(name: string, message: unknown, from?: Listener): void {
    this.said.push(message);
    const { copies, early = false } = this.delivery();
    const others = [...this.#listeners].filter((listener) => listener !== from && listener.name === name);
    const arrive = () => {
      for (const { tab, onMessage, ...rest } of others) {
        const isThere = [...this.#listeners].some((listener) => listener.onMessage === onMessage && rest.name === name);
        if (isThere) tab.run(() => onMessage(structuredClone(message)));
      }
    };
    for (let copy = 0; copy < copies; copy++) this.#mail[early ? 'unshift' : 'push'](arrive);
    queueMicrotask(() => this.#deliver());
  }

  /** As `Essentials` has it. */
  async alone(tab: FakeTab, name: string, act: (isAlone: boolean) => void | Promise<void>): Promise<void> {
    const done = new AbortController();
    await act(await this.take(tab, name, 'try', done.signal));
    done.abort();
  }

  /** The tab is gone, with all that it held. */
  close(tab: FakeTab): void {
    for (const listener of this.#listeners) if (listener.tab === tab) this.#listeners.delete(listener);
    for (const queue of this.#locks.values()) this.#drop(queue, (claimant) => claimant.tab === tab);
  }

  #drop(queue: Claimant[], isDropped: (claimant: Claimant) => boolean): void {
    const [before] = queue;
    queue.splice(0, queue.length, ...queue.filter((claimant) => !isDropped(claimant)));
    const [next] = queue;
    if (next && next !== before) next.tab.run(next.onHeld);
  }

  #deliver(): void {
    for (const arrive of this.#mail.splice(0)) arrive();
  }
}

/** One tab, which may hang: then nothing happens in it, and it lets go of nothing. */
export class FakeTab implements Tabs {
  readonly #browser: FakeBrowser;
  #held: (() => void)[] | null = null;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
  }

  take = (name: string, claim: Claim, signal: AbortSignal, onLost?: () => void): Promise<boolean> =>
    this.#browser.take(this, name, claim, signal, onLost);
  join = (name: string, onMessage: (message: unknown) => void) => this.#browser.join(this, name, onMessage);

  /** Has something happen in it, now or once it no longer hangs. */
  run(happen: () => void): void {
    if (this.#held) this.#held.push(happen);
    else happen();
  }

  hang(): void {
    this.#held ??= [];
  }

  goOn(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const happen of held) happen();
  }

  close(): void {
    this.hang();
    this.#browser.close(this);
  }
}
