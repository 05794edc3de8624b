import type { Store } from '../store.ts';

/** Tells the watchers of a payment, in this process, that it has changed. */
export interface ChangeFeed {
  readonly watch: Store['watch'];
  announce(paymentId: string): void;
  /** Drops every watcher. */
  close(): void;
}

/** Creates a feed without watchers. */
export function createChangeFeed(): ChangeFeed {
  const watchers = new Map<string, Set<{ readonly listener: () => void }>>();

  return {
    watch(paymentId, listener) {
      // An object of its own for each call: the same function may watch twice and stop once.
      const watcher = { listener };
      const siblings = watchers.get(paymentId) ?? new Set();
      watchers.set(paymentId, siblings.add(watcher));
      return () => {
        siblings.delete(watcher);
        // A later set may have taken the place of this one.
        if (siblings.size === 0 && watchers.get(paymentId) === siblings) watchers.delete(paymentId);
      };
    },

    announce(paymentId) {
      const siblings = watchers.get(paymentId);
      for (const watcher of siblings ?? []) {
        // In a task of its own, so that a listener that throws cannot make a write that is stored look like a failure.
        queueMicrotask(() => {
          if (siblings?.has(watcher)) watcher.listener();
        });
      }
    },

    close() {
      for (const siblings of watchers.values()) siblings.clear();
      watchers.clear();
    },
  };
}
