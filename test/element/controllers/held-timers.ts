import type { ReactiveController } from 'lit';

/** Timers that run when a test says so. */
export function heldTimers() {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const timers = new Map<number, { run: () => void; delayMs: number }>();
  let next = 1;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, delayMs: number) => {
      timers.set(next, { run, delayMs });
      return next++;
    },
    clearTimeout: (id: number) => timers.delete(id),
  });
  const host = {
    updates: 0,
    addController: (_: ReactiveController) => {},
    removeController: (_: ReactiveController) => {},
    requestUpdate: () => void host.updates++,
    updateComplete: Promise.resolve(true),
  };
  return { timers, host, restore: () => Object.assign(globalThis, real) };
}
