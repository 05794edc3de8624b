import { CheckoutError } from './errors.ts';

/** An event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

// A snapshot has a few kilobytes. What never ends its line must not fill the shopper's memory.
const MAX_EVENT_LENGTH = 65_536;

/**
 * Parses a `text/event-stream` piece by piece, by the rules of the HTML standard for `EventSource`: lines end in CR, LF or
 * CRLF, comments are skipped, an event that the stream's end cuts off is dropped. `id` is not read: a snapshot carries its
 * version.
 *
 * Answers a function that takes the next piece of text, without the byte order mark.
 *
 * @param onRetry - Told how long to wait before the next stream, in milliseconds.
 */
export function createEventStreamParser(
  onEvent: (event: StreamEvent) => void,
  onRetry: (ms: number) => void = () => {},
): (text: string) => void {
  let rest = '';
  let afterReturn = false;
  let event = '';
  let data: string[] = [];

  function readLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') });
      event = '';
      data = [];
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
  }

  return (text) => {
    if (text === '') return;
    // A line ended with the CR of the piece before; this LF is the other half of it.
    rest += afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    afterReturn = text.endsWith('\r');
    const lines = rest.split(/\r\n|\r|\n/);
    rest = lines.pop()!;
    lines.forEach(readLine);
    if (rest.length + data.join().length > MAX_EVENT_LENGTH) {
      throw new CheckoutError('invalid_answer', 'An event of the stream is too long', { retryable: true });
    }
  };
}

/** Reads an event stream to its end, or until `signal` is aborted. `onAlive` is called for every piece that arrives. */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  {
    onEvent,
    onAlive,
    onRetry,
  }: { onEvent: (event: StreamEvent) => void; onAlive: () => void; onRetry?: (ms: number) => void },
): Promise<void> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  // Joins characters that are split between two pieces, and takes the byte order mark away.
  const decoder = new TextDecoder();
  const push = createEventStreamParser(onEvent, onRetry);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      onAlive();
      push(decoder.decode(value, { stream: true }));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
