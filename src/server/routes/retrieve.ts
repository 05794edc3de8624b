import { authorise } from '../access.ts';
import { answer } from '../http.ts';
import type { Route } from './route.ts';

/** `GET /payments/{id}`: the payment as it is stored, never an inquiry. */
export const retrieve: Route = async (kit, { request, id }) => {
  const record = await authorise(kit, request, id, 'read');
  kit.followers.seen(record);
  return answer(kit, record, request);
};
