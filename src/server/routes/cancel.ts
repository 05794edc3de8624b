import { authorise } from '../access.ts';
import { cancelPayment } from '../cancel-payment.ts';
import { answer } from '../http.ts';
import type { Route } from './route.ts';

/** `POST /payments/{id}/cancel`: cancels the payment, if it is not paid. */
export const cancel: Route = async (kit, { request, id }) => {
  const record = await authorise(kit, request, id, 'full');
  return answer(kit, await cancelPayment(kit, record, 'shopper'));
};
