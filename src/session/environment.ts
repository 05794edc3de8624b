import { browserEssentials, type Essentials } from './essentials.ts';
import { browserTabs, type Tabs } from './tabs.ts';

const PAGE_EVENTS = ['pagehide', 'online', 'offline', 'focus'] as const;
const DOCUMENT_EVENTS = ['freeze', 'resume'] as const;

/** What the page went through. `pageshow` only where the page comes back out of the back/forward cache. */
export type LifecycleEvent =
  'visible' | 'hidden' | 'pageshow' | (typeof PAGE_EVENTS)[number] | (typeof DOCUMENT_EVENTS)[number];

/** The life of the page around the session. */
export interface Lifecycle {
  isVisible(): boolean;
  /** False is certain; true proves nothing. */
  isOnline(): boolean;
  /** True for a device that is held in the hand: what it does unseen costs its battery. */
  isTouch(): boolean;
  /** Calls `listener` after each event. Answers how to stop. */
  subscribe(listener: (event: LifecycleEvent) => void): () => void;
}

/** Everything that a session needs from its surroundings, besides its backend. */
export interface SessionEnvironment extends Essentials {
  readonly lifecycle: Lifecycle;
  /** The keys of everything in storage, the page's own included. */
  readonly storedKeys: () => readonly string[];
  /** The other tabs of the shop. Null where each tab is by itself. */
  readonly tabs: Tabs | null;
}

/** The surroundings that a browser gives. Reads no global before it is used, so that a server can import and create it. */
export function browserEnvironment(): SessionEnvironment {
  return {
    ...browserEssentials(),
    lifecycle: {
      isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
      isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
      isTouch: () => typeof matchMedia !== 'undefined' && matchMedia('(pointer: coarse)').matches,
      subscribe: subscribeToPage,
    },
    storedKeys,
    tabs: browserTabs(),
  };
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // Blocked: then nothing of ours is in it.
    return [];
  }
}

function subscribeToPage(listener: (event: LifecycleEvent) => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener(
    'visibilitychange',
    () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible'),
    { signal },
  );
  addEventListener('pageshow', ({ persisted }) => persisted && listener('pageshow'), { signal });
  for (const type of PAGE_EVENTS) addEventListener(type, () => listener(type), { signal });
  for (const type of DOCUMENT_EVENTS) document.addEventListener(type, () => listener(type), { signal });
  return () => controller.abort();
}
