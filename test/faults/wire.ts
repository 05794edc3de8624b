import { setTimeout as wait } from 'node:timers/promises';
import type { Exchange, WireFault } from '../support/fault-proxy.ts';

/** True for requests of the contract; those for the page and its scripts are none. */
export const isOfContract = ({ path }: Pick<Exchange, 'path'>): boolean => path.startsWith('/alipay/');

const isStream = ({ path }: Pick<Exchange, 'path'>): boolean => path.endsWith('/events');

/** Nobody listens on the shop's port. */
export const refused: WireFault = { refuses: true };

/** Every connection is reset as soon as it asks for something. */
export const reset: WireFault = {
  cuts: true,
  answer({ socket }) {
    socket.resetAndDestroy();
    return never();
  },
};

/** Every connection is closed in order, without an answer. */
export const closed: WireFault = {
  cuts: true,
  answer({ socket }) {
    socket.end();
    return never();
  },
};

/** Of the connections one in `share` is reset, as `random` says. */
export function flaky(share: number, random: () => number): WireFault {
  return {
    cuts: true,
    answer: (exchange, lifted) => (random() < share ? reset.answer!(exchange, lifted) : exchange.forward()),
  };
}

/** The stream breaks off in the middle of its next payment. */
export function brokenEvent(how: 'reset' | 'close'): WireFault {
  return {
    async deliver({ bytes }, { socket }) {
      if (!bytes.includes('event: payment')) return void socket.write(bytes);
      socket.write(bytes.subarray(0, bytes.length / 2));
      // A reset takes along what has not been sent yet.
      await wait(20);
      if (how === 'reset') socket.resetAndDestroy();
      else socket.destroy();
    },
  };
}

/** Nothing comes through, and nobody is told. Afterwards all of it does, since TCP sends it again. */
export const heldBack: WireFault = {
  async answer({ forward }, lifted) {
    await until(lifted);
    return forward();
  },
  async deliver({ bytes }, { socket }, lifted) {
    await until(lifted);
    socket.write(bytes);
  },
};

/** What is under way has lost its other end for good, and is not told so. New requests are answered. */
export function lostSilently(): WireFault {
  const beganAtMs = performance.now();
  return {
    async deliver({ bytes }, { socket, atMs }) {
      if (atMs >= beganAtMs) socket.write(bytes);
    },
  };
}

/** Every answer is late, one as much as the other, or those alone that `matches` names. */
export function late(ms: number, matches: (exchange: Exchange) => boolean = () => true): WireFault {
  return {
    async deliver({ bytes, arrivedAtMs }, exchange, lifted) {
      if (matches(exchange)) await pause(arrivedAtMs + ms - performance.now(), lifted);
      exchange.socket.write(bytes);
    },
  };
}

/** One byte a second, for answers of the contract. */
export const trickle: WireFault = {
  async deliver({ bytes }, { socket, path }, lifted) {
    if (!isOfContract({ path })) return void socket.write(bytes);
    for (let at = 0; at < bytes.length; at++) {
      if (lifted.aborted) return void socket.write(bytes.subarray(at));
      socket.write(bytes.subarray(at, at + 1));
      await pause(1_000, lifted);
    }
  },
};

/** Every answer of the contract arrives in pieces that end in the middle of each character that has several bytes. */
export const splitCharacters: WireFault = {
  async deliver({ bytes }, exchange) {
    let start = 0;
    for (const [at, byte] of isOfContract(exchange) ? bytes.entries() : []) {
      if (byte < 0xc0) continue;
      exchange.socket.write(bytes.subarray(start, at + 1));
      start = at + 1;
      // Long enough to be read by itself.
      await wait(10);
    }
    exchange.socket.write(bytes.subarray(start));
  },
};

/** A stream is kept until it ends, or the proxy is gone. */
export const buffered: WireFault = {
  cuts: true,
  async deliver({ bytes }, exchange, lifted) {
    if (isStream(exchange)) await until(lifted);
    exchange.socket.write(bytes);
  },
};

/** Whatever has been silent for so long is cut. */
export function idleCut(ms: number): WireFault {
  const timers = new WeakMap<object, NodeJS.Timeout>();
  return {
    cuts: true,
    async deliver({ bytes }, { socket }, lifted) {
      socket.write(bytes);
      clearTimeout(timers.get(socket));
      timers.set(
        socket,
        setTimeout(() => lifted.aborted || socket.destroy(), ms),
      );
    },
  };
}

/** Every answer, and every event, comes twice. */
export const doubledAnswers: WireFault = {
  cuts: true,
  async deliver({ kind, bytes }, { socket }) {
    socket.write(bytes);
    if (kind === 'whole' || kind === 'chunk') socket.write(bytes);
  },
};

/** The shop is asked everything twice, at the same time; the browser gets one of the answers. */
export const doubledRequests: WireFault = {
  cuts: true,
  async answer(exchange) {
    if (isStream(exchange)) return exchange.forward();
    const [, second] = await Promise.all([exchange.forward(), exchange.forward()]);
    return second;
  },
};

/** The shop does what it is asked, and its answer is lost. */
export const lostAnswers: WireFault = {
  cuts: true,
  async answer(exchange, lifted) {
    await exchange.forward();
    return reset.answer!(exchange, lifted);
  },
};

/** For an answer that does not come. */
const never = (): Promise<never> => new Promise(() => {});

function until(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Waits, at most until the signal. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(Math.max(0, ms), undefined, { signal }).catch(() => {});
}
