/** The channel by which the pages of a shop talk of the windows that they have opened for a wallet. */
const CHANNEL = 'alipay-checkout';

/** Each about a payment, by its id, which opens nothing and so is no secret. */
export interface Message {
  /** Does anybody go on with it? */
  readonly ask?: string;
  /** Yes. */
  readonly goesOn?: string;
}

export interface Talk {
  readonly say: (message: Message) => void;
  readonly leave: () => void;
}

/** Joins the talk. */
export function joinTalk(onMessage: (message: Message) => void): Talk {
  const channel = new BroadcastChannel(CHANNEL);
  // Whatever else the pages of a shop may say there is none of these.
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(Object(data) as Message);
  return { say: (message) => channel.postMessage(message), leave: () => channel.close() };
}
