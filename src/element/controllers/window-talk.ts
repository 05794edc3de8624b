/** The channel by which the pages of a shop talk of the windows that they have opened for a wallet. */
const CHANNEL = 'alipay-checkout';

/** `ask`: does anybody go on with this payment? `goesOn`: yes. Ids open nothing, so there is no secret in them. */
export type Message = { readonly ask: string } | { readonly goesOn: string };

export interface Talk {
  readonly say: (message: Message) => void;
  readonly leave: () => void;
}

/** Joins the talk. */
export function joinTalk(onMessage: (message: Message) => void): Talk {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
  return { say: (message) => channel.postMessage(message), leave: () => channel.close() };
}
