/** All of a session, as one chunk: nobody needs it before there is a payment to follow, or trouble. */
export { handedOver } from './handed-over.ts';
export { createPaymentSession } from './session.ts';
