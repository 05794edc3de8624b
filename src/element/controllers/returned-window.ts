import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { joinTalk } from './window-talk.ts';

/**
 * Finds out whether the page that the wallet has led back to stands in a window that another page has opened, and which
 * goes on with the payment there. Until it hears of one, and where there is none, this page is the only one.
 */
export class ReturnedWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #paymentId: string;
  #goesOnElsewhere = false;
  #leaveTalk: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, paymentId: string) {
    this.#host = host;
    this.#paymentId = paymentId;
    host.addController(this);
  }

  /** True where another page goes on with this payment. */
  goesOnElsewhere(paymentId: string): boolean {
    return this.#goesOnElsewhere && paymentId === this.#paymentId;
  }

  hostConnected(): void {
    const { say, leave } = joinTalk(({ goesOn }) => {
      if (goesOn !== this.#paymentId) return;
      this.#goesOnElsewhere = true;
      this.#host.requestUpdate();
    });
    this.#leaveTalk = leave;
    say({ ask: this.#paymentId });
  }

  hostDisconnected(): void {
    this.#leaveTalk?.();
    this.#goesOnElsewhere = false;
  }
}
