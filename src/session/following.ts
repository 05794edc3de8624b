/** What it takes to follow a payment, as one chunk: nobody needs it before there is a payment to follow. */
export { readEventStream } from './event-stream.ts';
export { follow } from './follow.ts';
