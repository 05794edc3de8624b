import type { WireFault } from '../support/fault-proxy.ts';
import { answeredWith, gzipped, refusedBy, truncatedAnswers, truncatedJson, wrongContentType } from './answers.ts';
import type { Fault } from './fault.ts';
import type { Visit } from './visit.ts';
import {
  brokenEvent,
  buffered,
  closed,
  doubledAnswers,
  flaky,
  heldBack,
  idleCut,
  late,
  lostAnswers,
  lostSilently,
  refused,
  reset,
  splitCharacters,
  trickle,
} from './wire.ts';

const RECONNECTING = 'Reconnecting…';
const OFFLINE = 'You are offline. We go on as soon as you are back.';

/** A fault on the wire while a code is on the screen. */
const wire = (name: string, fault: WireFault | ((visit: Visit) => WireFault), rest: Partial<Fault> = {}): Fault => ({
  name,
  inject: (visit) => visit.proxy.impose(typeof fault === 'function' ? fault(visit) : fault),
  undo: ({ proxy }) => proxy.lift(),
  ...rest,
});

const told = { says: RECONNECTING } as const;
/** The stream itself brings the news. */
const streamed = { passesWithinMs: 2_000 } as const;
/** Polling brings it: at most two seconds and a fifth later. */
const polled = { passesWithinMs: 4_400 } as const;

/** Trouble between the browser and the shop. */
export const NETWORK_FAULTS: readonly Fault[] = [
  wire('connections refused', refused, told),
  wire('connections reset', reset, told),
  wire('connections closed without an answer', closed, told),
  wire('every other connection reset', ({ random }) => flaky(0.5, random), { isAnswered: true }),
  wire('stream reset in the middle of an event', () => brokenEvent('reset'), streamed),
  wire('stream closed in the middle of an event', () => brokenEvent('close'), streamed),
  wire('nothing comes through, and later all of it', heldBack, { lastsMs: 5_000 }),
  wire('nothing comes through for 45 s', heldBack, { ...told, lastsMs: 45_000, isLong: true }),
  wire('stream dead without a word', () => lostSilently(), { passesWithinMs: 39_500, isLong: true }),
  wire('one byte a second', trickle, { lastsMs: 12_000 }),
  wire('characters split', splitCharacters, streamed),
  wire('30 s of latency', late(30_000), { lastsMs: 20_000 }),
  wire('answers doubled', doubledAnswers, polled),
  wire('answers lost', lostAnswers, told),
  wire('captive portal', answeredWith(200), told),
  wire('redirect to a login', answeredWith(302, { location: '/login' }), told),
  wire('401 from a proxy', answeredWith(401), told),
  wire('403 from a proxy', answeredWith(403), told),
  wire('404 from a proxy', answeredWith(404), told),
  wire('401 from the shop', refusedBy(401, 'unauthorized'), told),
  wire('404 from the shop', refusedBy(404, 'payment_not_found'), told),
  wire('429 with Retry-After', refusedBy(429, 'rate_limited', { 'retry-after': '4' }), {
    ...told,
    retryAfterMs: 4_000,
  }),
  wire('429 from a proxy', answeredWith(429, { 'retry-after': '2' }), { ...told, retryAfterMs: 2_000 }),
  wire('500', answeredWith(500), told),
  wire('502', answeredWith(502), told),
  wire('503', answeredWith(503), told),
  wire('503 with Retry-After', answeredWith(503, { 'retry-after': '3' }), { ...told, retryAfterMs: 3_000 }),
  wire('JSON truncated', truncatedJson, told),
  wire('answers truncated', truncatedAnswers, told),
  wire('wrong content type', wrongContentType, polled),
  wire('proxy that buffers streams', buffered, { passesWithinMs: 6_400 }),
  wire('proxy that cuts what is idle for 3 s', idleCut(3_000), polled),
  wire('proxy that cuts what is idle for 20 s', idleCut(20_000), { lastsMs: 40_000, isLong: true }),
  wire('gzip, piece by piece', gzipped(true), polled),
  wire('gzip, kept until there is enough', gzipped(false), { passesWithinMs: 6_400 }),
  {
    name: 'offline for 60 s',
    inject: ({ context }) => context.setOffline(true),
    undo: ({ context }) => context.setOffline(false),
    says: OFFLINE,
    lastsMs: 60_000,
    isLong: true,
  },
  {
    name: 'offline, and back before anybody is told',
    inject: ({ context }) => context.setOffline(true),
    undo: ({ context }) => context.setOffline(false),
  },
];
