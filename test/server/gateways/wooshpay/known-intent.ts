import { aPayment, INTENT_ID, WEB_URL } from './fixtures.ts';

export const RETRIEVE = `GET /v1/payment_intents/${INTENT_ID}`;
export const CANCEL = `POST /v1/payment_intents/${INTENT_ID}/cancel`;

/** A payment without a page, once the gateway has named it. */
export const known = aPayment({ gatewayReference: INTENT_ID });

/** What all evidence of it says. */
export const about = {
  paymentId: aPayment().id,
  gatewayReference: INTENT_ID,
  amount: { currency: 'CNY', value: 1314, exponent: 2 },
};

/** Where its shopper is sent on a desktop. */
export const redirect = { redirect: { url: WEB_URL, method: 'GET' } };
