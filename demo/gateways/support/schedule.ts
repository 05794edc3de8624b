/** Runs a task later. Answers how to stop it. */
export type Schedule = (delayMs: number, task: () => void) => () => void;

/** The real clock. Unreferenced: it keeps no process alive. */
export const scheduleTimeout: Schedule = (delayMs, task) => {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
};
