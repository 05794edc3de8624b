import type { WireFault } from '../support/fault-proxy.ts';
import { answeredAfterwards, answeredWith, gzipped, refusedBy, truncatedAnswers, truncatedJson } from './answers.ts';
import type { Fault } from './fault.ts';
import type { Visit } from './visit.ts';
import {
  doubledAnswers,
  doubledRequests,
  flaky,
  heldBack,
  late,
  lostAnswers,
  refused,
  reset,
  splitCharacters,
  trickle,
} from './wire.ts';

const wire = (name: string, fault: WireFault | ((visit: Visit) => WireFault), rest: Partial<Fault> = {}): Fault => ({
  name: `create: ${name}`,
  begins: 'creating',
  inject: (visit) => visit.proxy.impose(typeof fault === 'function' ? fault(visit) : fault),
  undo: ({ proxy }) => proxy.lift(),
  ...rest,
});

const passes = { passesWithinMs: 4_000 } as const;

/** Trouble between the browser and the shop at the moment in which the payment is created. */
export const CREATE_FAULTS: readonly Fault[] = [
  wire('connections refused', refused),
  wire('connections reset', reset),
  wire('every other connection reset', ({ random }) => flaky(0.5, random), { passesWithinMs: 20_000 }),
  wire('answers lost', lostAnswers),
  wire('answers lost for 10 s', lostAnswers, { lastsMs: 10_000 }),
  wire('nothing comes through, and later all of it', heldBack, { lastsMs: 5_000 }),
  wire('30 s of latency', late(30_000), { lastsMs: 8_000 }),
  wire('one byte a second', trickle, { lastsMs: 6_000 }),
  wire('characters split', splitCharacters, passes),
  wire('requests doubled', doubledRequests, passes),
  wire('answers doubled', doubledAnswers, passes),
  wire('captive portal', answeredWith(200)),
  wire('redirect to a login', answeredWith(302, { location: '/login' })),
  wire('502 after the shop has acted', answeredAfterwards(502)),
  wire('503', answeredWith(503)),
  wire('429 with Retry-After', refusedBy(429, 'rate_limited', { 'retry-after': '3' }), { retryAfterMs: 3_000 }),
  wire('JSON truncated', truncatedJson),
  wire('answers truncated', truncatedAnswers),
  wire('gzip', gzipped(true), passes),
];
