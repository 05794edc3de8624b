/** Calls `listener` when the page is online again, or looked at again. Answers how to stop. */
export function onPageWake(listener: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('online', listener, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || listener(), { signal });
  return () => controller.abort();
}
