/** All of a session, as one chunk: nobody needs it before there is a payment to follow, or trouble. */
export { alreadyAnswered } from './already-answered.ts';
export { httpBackend } from './http-backend.ts';
export { createPaymentSession } from './session.ts';
