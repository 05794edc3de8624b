import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../e2e/support/until.ts';
import type { Fault } from './fault.ts';
import type { Look, Visit } from './visit.ts';
import { isOfContract } from './wire.ts';

/** What has been seen of a payment under a fault. */
export interface Course {
  readonly looks: readonly Look[];
  readonly beganAtMs: number;
  readonly lastedMs: number;
  /** What the page asked for while it lasted. */
  readonly requests: number;
  /** From its end, or from the approval where it stays, to the right state. */
  readonly rightAfterMs: number;
  /** Of that, until the page first asked again. */
  readonly waitedMs: number;
  /** From the approval to the end of a payment that was created under the fault; else 0. */
  readonly paidAfterMs: number;
}

const CODE_MISSING = 'The code did not load';
const LASTS_MS = 3_000;
const READ_WITHIN_MS = 300;
const LOOK_EVERY_MS = 100;
/** Trouble is told after five seconds of it; that nothing is heard at all, after two and a half heartbeats. */
const TOLD_WITHIN_MS = 38_500;
/** Longer than any wait of the page. */
const PATIENCE_MS = 45_000;

/** Puts a payment through a fault, from the click to the money. */
export async function run(fault: Fault, visit: Visit): Promise<Course> {
  const { begins, pay = ({ checkout }: Visit) => checkout.pay(), passesWithinMs } = fault;
  const looks: Look[] = [];
  const see = async (): Promise<Look> => {
    const look = await visit.look();
    looks.push(look);
    return look;
  };
  const hasCode = async (): Promise<boolean> => {
    const { phase, hasCode, title } = await see();
    // Before there is a payment an error is an answer, and the shopper tries again.
    if (phase === 'error' || title === CODE_MISSING) await visit.checkout.button('Try again').click();
    return hasCode;
  };
  const isPaid = async (): Promise<boolean> => (await see()).title === 'Paid';
  const isCreating = begins === 'creating';
  const becomesRight = () => until('the right state', isCreating ? hasCode : isPaid, PATIENCE_MS);

  if (!isCreating) {
    await pay(visit);
    await until('a code', hasCode);
    await visit.isStreaming();
    // The proxy knows what it has sent, not whether the page has read it.
    await pause(READ_WITHIN_MS);
  }
  // What comes before is no part of it.
  looks.length = 0;
  const requestsBefore = visit.requests;
  const beganAtMs = performance.now();
  await fault.inject(visit);
  if (isCreating) await pay(visit);
  else if (passesWithinMs) await visit.approve();

  let endedAtMs = performance.now();
  if (passesWithinMs) await becomesRight();
  else await sitOut(fault, visit, see, beganAtMs);
  const requests = visit.requests - requestsBefore;
  await fault.undo(visit);
  if (!passesWithinMs) {
    endedAtMs = performance.now();
    await becomesRight();
  }
  const rightAtMs = performance.now();

  let paidAfterMs = 0;
  if (isCreating) {
    await visit.isStreaming();
    await visit.approve();
    const approvedAtMs = performance.now();
    await until('the payment', isPaid, PATIENCE_MS);
    paidAfterMs = performance.now() - approvedAtMs;
    for (const other of visit.others) await other.says('Paid', PATIENCE_MS);
  }
  const next = visit.proxy.arrivals.find((arrival) => isOfContract(arrival) && arrival.atMs >= endedAtMs);
  return {
    looks,
    beganAtMs,
    lastedMs: (passesWithinMs ? rightAtMs : endedAtMs) - beganAtMs,
    requests,
    rightAfterMs: rightAtMs - endedAtMs,
    waitedMs: next ? next.atMs - endedAtMs : 0,
    paidAfterMs,
  };
}

/** Waits, looking, for as long as a fault is to last. Half-way the shopper pays, if there is something to pay. */
async function sitOut(fault: Fault, visit: Visit, see: () => Promise<Look>, beganAtMs: number): Promise<void> {
  const { lastsMs = LASTS_MS, says, begins, paysItself, isUnseen } = fault;
  const elapsedMs = (): number => performance.now() - beganAtMs;
  let isApproved = begins === 'creating' || !!paysItself;
  let isTold = !says;
  while (elapsedMs() < lastsMs || (!isTold && elapsedMs() < TOLD_WITHIN_MS)) {
    if (!isUnseen && (await see()).notice === says) isTold = true;
    if (!isApproved && elapsedMs() > lastsMs / 2) {
      isApproved = true;
      await visit.approve();
    }
    await pause(LOOK_EVERY_MS);
  }
}
