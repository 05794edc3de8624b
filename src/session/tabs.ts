/** How to come to a lock: wait for its turn, have it at once or not at all, or take it from whoever has it. */
export type Claim = 'wait' | 'try' | 'force';

/** The tabs of a shop, as far as they can act together: those of one origin in one browser. */
export interface Tabs {
  /**
   * Takes the lock `name`, which one tab has at a time, until `signal` is aborted or the tab is gone. Answers false where a
   * `try` finds it taken, and true too where the browser refuses to lock: each tab is by itself there. `onLost` is called
   * when another tab takes the lock by force.
   */
  take(name: string, claim: Claim, signal: AbortSignal, onLost?: () => void): Promise<boolean>;
  /** Hears what the other tabs say under `name`: to be parsed, for another release may have said it. */
  join(name: string, onMessage: (message: unknown) => void): Channel;
}

/** What is said goes to all others who have joined, and never back. */
export interface Channel {
  say(message: unknown): void;
  leave(): void;
}

/**
 * The tabs that share this page's browser, or null where they cannot act together: on a server, in a browser without Web
 * Locks, and on a page that was not loaded securely.
 */
export function browserTabs(): Tabs | null {
  if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined') return null;
  const locks = (navigator as Partial<Navigator>).locks;
  return locks ? { take: (...claim) => take(locks, ...claim), join } : null;
}

function take(
  locks: LockManager,
  name: string,
  claim: Claim,
  signal: AbortSignal,
  onLost = () => {},
): Promise<boolean> {
  // A signal may go with a claim that waits only, and speaks no more once the lock is there.
  const options = { wait: { signal }, try: { ifAvailable: true }, force: { steal: true } }[claim];
  return new Promise((resolve) => {
    let isHeld = false;
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      isHeld = lock !== null && !signal.aborted;
      resolve(isHeld);
      return isHeld ? new Promise((release) => signal.addEventListener('abort', () => release())) : undefined;
    };
    locks.request(name, options, hold).catch(() => {
      if (isHeld) onLost();
      resolve(true);
    });
  });
}

function join(name: string, onMessage: (message: unknown) => void): Channel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
  return { say: (message) => channel.postMessage(message), leave: () => channel.close() };
}
