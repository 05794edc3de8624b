import { parseSnapshot, type Snapshot } from '../protocol/payment.ts';
import type { SessionEnvironment } from './environment.ts';
import { safeSnapshot } from './safe-snapshot.ts';
import { type CheckoutState, type Connection, hasPayment } from './state.ts';
import type { Channel, Claim } from './tabs.ts';

/** How often a tab that is looked at makes sure that there is somebody who follows for it. */
const ASK_EVERY_MS = 10_000;
/** Who has not answered by then is frozen, or hangs. */
const ANSWER_MS = 2_000;

const ASK = 'ask';
const CONNECTIONS: readonly Connection[] = ['live', 'polling', 'reconnecting', 'offline'];

interface TabGroupOptions {
  readonly environment: SessionEnvironment;
  readonly paymentId: string;
  /** What this tab shows. */
  readonly state: () => CheckoutState;
  /** This tab leads from now on, or no longer. */
  readonly onLead: () => void;
  /** Another tab has told what it shows. `connection` only where that is the one that leads. */
  readonly onNews: (snapshot: Snapshot, connection: Connection | undefined) => void;
}

/**
 * The tabs that show one payment. One of them leads: it follows the payment, and tells the others what it shows. Whoever
 * leads holds a lock, so that the next one leads as soon as it is gone. Where tabs cannot act together each one leads.
 *
 * What is told can be lost without harm: it is only ever the newest state, and whoever is looked at asks for it.
 */
export class TabGroup {
  readonly #options: TabGroupOptions;
  readonly #name: string;
  #channel: Channel | null = null;
  #claim = new AbortController();
  #leads = false;
  #heardAtMs = -Infinity;
  #askedAtMs = -Infinity;

  constructor(options: TabGroupOptions) {
    this.#options = options;
    this.#name = `alipay-checkout:${options.paymentId}`;
  }

  get leads(): boolean {
    return this.#leads || !this.#options.environment.tabs;
  }

  /** Takes part from now on. */
  join(): void {
    const { tabs } = this.#options.environment;
    if (!tabs || this.#channel) return;
    this.#channel = tabs.join(this.#name, this.#hear);
    this.#stand('wait');
    this.ask();
  }

  /** Leaves the lead to the others. */
  leave(): void {
    this.#claim.abort();
    this.#channel?.leave();
    this.#channel = null;
    this.#leads = false;
  }

  /** Leaves the lead to whoever waits for it, and waits for it in turn. */
  passOn(): void {
    this.leave();
    this.join();
  }

  /** Tells the others what this tab shows. */
  tell(): void {
    const state = this.#options.state();
    if (!this.#channel || !hasPayment(state)) return;
    const { payment, action, connection, serverTimeOriginMs } = state;
    const lead = this.#leads && { connection, hidden: !this.#isVisible() };
    // Whoever hears it takes it for the time of now. A backend of the page's own may tell none, which must not throw here.
    const serverTime = new Date(serverTimeOriginMs + this.#now()).toJSON();
    this.#channel.say({ payment: { ...payment, serverTime }, action, ...lead });
  }

  /** Makes sure that somebody leads. Answers when to look again. */
  look(nowMs: number): number {
    if (this.leads || !this.#channel || !this.#isVisible()) return Infinity;
    if (this.#askedAtMs > this.#heardAtMs) {
      const silentAtMs = this.#askedAtMs + ANSWER_MS;
      if (nowMs < silentAtMs) return silentAtMs;
      this.#stand('force');
      this.#heardAtMs = nowMs;
    } else if (nowMs >= this.#heardAtMs + ASK_EVERY_MS) {
      this.ask();
      return this.#askedAtMs + ANSWER_MS;
    }
    return this.#heardAtMs + ASK_EVERY_MS;
  }

  /** Asks whoever leads what it shows. */
  ask(): void {
    this.#askedAtMs = this.#now();
    this.#channel?.say(ASK);
  }

  /** Claims the lead, in place of any claim before. */
  #stand(claim: Claim): void {
    this.#claim.abort();
    const mine = new AbortController();
    this.#claim = mine;
    const become = (leads: boolean) => {
      this.#leads = leads;
      this.#options.onLead();
    };
    const onLost = () => {
      if (mine.signal.aborted) return;
      // Whoever has taken it is alive.
      this.#heardAtMs = this.#now();
      this.#stand('wait');
      become(false);
    };
    // A browser that refuses to lock leaves each tab to itself.
    void this.#options.environment.tabs!.take(this.#name, claim, mine.signal, onLost).then(() => {
      if (!mine.signal.aborted) become(true);
    });
  }

  readonly #hear = (message: unknown): void => {
    if (message === ASK) {
      if (this.#leads) this.tell();
      return;
    }
    const { connection, hidden } = Object(message) as { readonly connection?: Connection; readonly hidden?: boolean };
    const known = CONNECTIONS.find((name) => name === connection);
    let snapshot: Snapshot;
    try {
      snapshot = safeSnapshot(parseSnapshot(message));
    } catch {
      return;
    }
    if (known) this.#heardAtMs = this.#now();
    // A hidden tab polls slowly, and its timers are held back: whoever is looked at does better.
    if (known && hidden && known !== 'live' && !this.#leads && this.#isVisible()) this.#stand('force');
    this.#options.onNews(snapshot, this.#leads ? undefined : known);
  };

  #isVisible(): boolean {
    return this.#options.environment.lifecycle.isVisible();
  }

  #now(): number {
    return this.#options.environment.clock.monotonic();
  }
}
