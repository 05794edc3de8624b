import { authorise } from '../access.ts';
import { advance } from '../conversation.ts';
import { answer } from '../http.ts';
import { createId } from '../secrets.ts';
import type { Route } from './route.ts';

/** One inquiry for each payment in this time, whoever asks for it and however often. */
const CHECK_EVERY_MS = 3_000;

/** `POST /payments/{id}/check`: "I have paid". Brings the next inquiry forward and answers what came of it. */
export const check: Route = async (kit, { request, id }) => {
  const record = await authorise(kit, request, id, 'read');
  kit.followers.seen(record);
  const nowMs = kit.environment.now();
  // Never given back: it runs out, and that is the pause between two inquiries.
  const isFree = await kit.store.acquireLease(`check:${id}`, createId(), nowMs, nowMs + CHECK_EVERY_MS);
  const isSettled = record.status === 'success' || record.reason === 'reversed';
  return answer(kit, isFree && !isSettled ? (await advance(kit, id)).record : record);
};
