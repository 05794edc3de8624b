import { until } from '../e2e/support/until.ts';
import { createCurveOf, curveOf } from './curve.ts';
import type { Fault } from './fault.ts';
import type { Course } from './run.ts';
import type { Look, Visit } from './visit.ts';

export interface Verdict {
  /** How many requests the back-off allows while the fault lasts. */
  readonly allowed: number;
  /** What was wrong. None: the row has passed. */
  readonly complaints: readonly string[];
  /** Nothing was wrong but that it came late, as it also does on a machine that has no time. */
  readonly isOnlyLate: boolean;
}

/** A page that can be told of a fault's end is right after so long; any other, so long after it has asked again. */
const LIMIT_MS = 2_000;
/** An answer that was long on its way tells the server's time of then. A clock that is wrong is wrong by a day. */
const COUNTDOWN_TOLERANCE_MS = 10_000;

/** Holds what has been seen against what every payment is promised. */
export async function judge(fault: Fault, visit: Visit, course: Course, luck: number): Promise<Verdict> {
  const { passesWithinMs, retryAfterMs, extraRequests = 0, isAnswered = passesWithinMs !== undefined, says } = fault;
  const { looks, lastedMs, requests, rightAfterMs, waitedMs, paidAfterMs } = course;
  const isCreating = fault.begins === 'creating';
  const trouble = { lastsMs: lastedMs, luck, isAnswered, retryAfterMs };
  const curve = (isCreating ? createCurveOf : curveOf)(trouble);
  const allowed = curve.requests + extraRequests;
  const complaints: string[] = [...visit.errors.map((message) => `threw ${message}`)];
  const lateness: string[] = [];
  const demand = (holds: boolean | undefined, otherwise: string): void => void (holds || complaints.push(otherwise));
  const limit = (what: string, ms: number, limitMs: number): void =>
    void (ms <= limitMs || lateness.push(`${what} only after ${Math.round(ms)} ms`));

  const changes = (await visit.checkout.changes()).map(({ phase }) => phase as string);
  const phases = new Set([...looks.map(({ phase }) => phase), ...changes]);
  const expected = ['awaiting', 'success', 'creating', ...(isCreating || fault.reloads ? ['idle', 'error'] : [])];
  for (const phase of phases) demand(expected.includes(phase), `showed "${phase}"`);
  const hasSettled = ({ atMs }: Look): boolean => atMs > course.beganAtMs + LIMIT_MS;
  const blank = looks.find((look) => look.phase === 'awaiting' && !look.hasCode);
  demand(!blank || isCreating, `showed no code but "${blank?.title}"`);
  const jumped = looks.find((look) => hasSettled(look) && !isCountdownRight(look));
  demand(!jumped, `counted down from ${jumped?.notice}`);
  demand(fault.reloads || changes[0] === 'creating', 'loaded the page again');
  demand(!says || looks.some(({ notice }) => notice === says), `did not say "${says}"`);

  const waitMs = passesWithinMs === undefined ? Math.min(waitedMs, curve.waitMs) : 0;
  limit('right', rightAfterMs - (rightAfterMs > LIMIT_MS ? waitMs : 0), passesWithinMs ?? LIMIT_MS);
  limit('paid', paidAfterMs, LIMIT_MS);
  demand(requests <= allowed, `asked ${requests} times where ${allowed} are allowed`);

  const payments = await visit.demo.gateway.paymentsOf(visit.orderId);
  const states = payments.map(({ status }) => status).join(', ');
  demand(states === 'SUCCESS', `left at the gateway: ${states}`);
  await until('an order that is paid', async () => (await visit.demo.recordsOf(visit.orderId)).order === 'paid');
  return {
    allowed,
    complaints: [...complaints, ...lateness],
    isOnlyLate: complaints.length === 0 && lateness.length > 0,
  };
}

/** True where nobody sees a countdown, or the clock of this process agrees with it. */
function isCountdownRight({ isHidden, notice, expiresAt, atMs }: Look): boolean {
  const [, minutes, seconds] = /(\d+):(\d\d)$/.exec(notice) ?? [];
  if (isHidden || minutes === undefined || expiresAt === undefined) return true;
  const shownMs = (Number(minutes) * 60 + Number(seconds)) * 1_000;
  const leftMs = Date.parse(expiresAt) - (performance.timeOrigin + atMs);
  return Math.abs(shownMs - leftMs) < COUNTDOWN_TOLERANCE_MS;
}
