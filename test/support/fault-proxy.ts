import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Answer, type Asked, createRequestReader, forward, type Piece, piecesOf } from './fault-proxy-http.ts';

/** A request that is being answered. */
export interface Exchange extends Asked {
  /** When it was asked, as `performance.now()` counts. */
  readonly atMs: number;
  readonly socket: Socket;
  /** Asks the shop. Each call asks once more. */
  readonly forward: () => Promise<Answer>;
}

/** What is wrong with the wire between a browser and its shop. What is not named works. `lifted`: it is over. */
export interface WireFault {
  /** Nobody listens. */
  readonly refuses?: boolean;
  /** Resets, when it begins, whatever is under way: a fault that meets new requests alone would leave the old stream. */
  readonly cuts?: boolean;
  /** Answers in the shop's place, spoils the shop's answer, or never answers. */
  readonly answer?: (exchange: Exchange, lifted: AbortSignal) => Promise<Answer>;
  /** Sends a piece, or does not: of answers that were under way when it began, too. In order for each connection. */
  readonly deliver?: (piece: Piece, exchange: Exchange, lifted: AbortSignal) => Promise<void>;
}

/** A request that has arrived. */
export interface Arrival extends Pick<Exchange, 'method' | 'path' | 'atMs'> {
  /** Its answer, or the first event of it, is on its way to the browser. */
  isAnswered: boolean;
}

/** A proxy before a server on this machine, in which a fault can be put and taken away at any time. */
export class FaultProxy {
  /** Every request that has arrived, in order. */
  readonly arrivals: Arrival[] = [];
  readonly #targetPort: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #port = 0;
  #fault: WireFault = {};
  #lifted = new AbortController();

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  static async open(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** Puts a fault on the wire, in place of any other. */
  async impose(fault: WireFault): Promise<void> {
    await this.lift();
    this.#fault = fault;
    this.#lifted = new AbortController();
    if (fault.refuses) this.#server.close();
    if (fault.refuses || fault.cuts) this.cut();
  }

  /** Takes the fault away. What it held back is sent. */
  async lift(): Promise<void> {
    this.#fault = {};
    this.#lifted.abort();
    if (!this.#server.listening) await this.#listen();
  }

  /** Resets every connection. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket.setNoDelay());
    const gone = new AbortController();
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      gone.abort();
    });
    let previous: Promise<void> = Promise.resolve();
    const read = createRequestReader((asked) => {
      const ask = () => forward(this.#targetPort, asked, gone.signal);
      const exchange: Exchange = { ...asked, atMs: performance.now(), socket, forward: ask };
      const arrival: Arrival = { method: asked.method, path: asked.path, atMs: exchange.atMs, isAnswered: false };
      this.arrivals.push(arrival);
      previous = previous.then(() => this.#exchange(exchange, arrival)).catch(() => void socket.destroy());
    });
    socket.on('data', read);
  }

  async #exchange(exchange: Exchange, arrival: Arrival): Promise<void> {
    const { answer } = this.#fault;
    const answered = await (answer ? answer(exchange, this.#lifted.signal) : exchange.forward());
    for await (const piece of piecesOf(answered)) {
      // The fault of this moment, not that of the request: a stream may live through several.
      const { deliver } = this.#fault;
      if (deliver) await deliver(piece, exchange, this.#lifted.signal);
      else exchange.socket.write(piece.bytes);
      arrival.isAnswered ||= piece.kind !== 'head';
    }
  }
}
