import { HEARTBEAT_MS } from '../../protocol/routes.ts';
import { authorise } from '../access.ts';
import { Refusal } from '../errors.ts';
import { snapshotOf } from '../http.ts';
import type { Kit } from '../kit.ts';
import type { PaymentRecord } from '../store.ts';
import type { Route } from './route.ts';

/** More than the tabs of one shopper; what comes on top of them polls. */
const MAX_STREAMS = 8;
/** A reader that is further behind than this is dropped: it begins again with a snapshot. */
const MAX_BEHIND_BYTES = 64 * 1024;
/** A voided or failed payment can turn out paid right after its end. */
const STAY_AFTER_END_MS = 2 * 60_000;
/** Streams are rotated, so that a restart looks like any other day. */
const MAX_AGE_MS = 10 * 60_000;

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

/** `GET /payments/{id}/events`: a snapshot, then another for every change, and a heartbeat between them. */
export const events: Route = async (kit, { request, id }) => {
  const record = await authorise(kit, request, id, 'read');
  if (kit.followers.count(id) >= MAX_STREAMS) {
    throw new Refusal('rate_limited', 'Too many streams follow this payment.', { retryAfterSeconds: 30 });
  }
  return new Response(stream(kit, record, request.signal), { headers: HEADERS });
};

function stream(kit: Kit, first: PaymentRecord, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { environment, followers, store } = kit;
  const stops: (() => void)[] = [];
  let sentVersion = 0;
  let isOpen = true;
  let controller: ReadableStreamDefaultController<Uint8Array>;

  const stop = () => {
    isOpen = false;
    for (const task of stops.splice(0)) task();
  };
  const close = () => {
    if (!isOpen) return;
    stop();
    controller.close();
  };
  const write = (text: string) => {
    if (!isOpen) return;
    if ((controller.desiredSize ?? 0) <= 0) close();
    else controller.enqueue(encoder.encode(text));
  };
  const send = (record: PaymentRecord) => {
    if (record.version <= sentVersion) return;
    sentVersion = record.version;
    write(`event: payment\nid: ${record.version}\ndata: ${JSON.stringify(snapshotOf(kit, record))}\n\n`);
    if (record.status === 'success') close();
    else if (record.status !== 'pending') stops.push(environment.schedule(STAY_AFTER_END_MS, close));
  };
  // Reads again rather than being told what has changed: so one path serves this process's changes and another's.
  const refresh = () => void store.retrieve(first.id).then((record) => record && send(record), close);
  const beat = () => {
    write(':\n\n');
    if (!isOpen) return;
    refresh();
    stops.push(environment.schedule(HEARTBEAT_MS, beat));
  };

  return new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened;
        stops.push(
          store.watch(first.id, refresh),
          followers.follow(first),
          environment.schedule(HEARTBEAT_MS, beat),
          environment.schedule(MAX_AGE_MS, close),
          () => signal.removeEventListener('abort', close),
        );
        signal.addEventListener('abort', close);
        send(first);
        // What has changed between the first read and the watch would otherwise wait for a heartbeat.
        if (isOpen) refresh();
      },
      cancel: stop,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_BEHIND_BYTES }),
  );
}
