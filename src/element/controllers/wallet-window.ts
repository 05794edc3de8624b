import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { joinTalk } from './window-talk.ts';

const WIDTH = 1000;
const HEIGHT = 720;

/** A window that has been opened for the wallet. */
export interface OpenedWindow {
  /** It is back from the wallet, or closed, or cut off from ours by the wallet's page, which looks the same. */
  readonly closed: boolean;
  readonly show: () => void;
}

/** Opens a window of its own for the wallet, and tells it when it comes back that this page goes on with the payment. */
export class WalletWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #paymentId: () => string | null;
  #window: Window | null = null;
  #openedFor: string | null = null;
  #isBack = false;
  #leaveTalk: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, paymentId: () => string | null) {
    this.#host = host;
    this.#paymentId = paymentId;
    host.addController(this);
  }

  /** The window of the present payment. */
  get opened(): OpenedWindow | null {
    const opened = this.#window;
    if (!opened || this.#openedFor !== this.#paymentId()) return null;
    return { closed: opened.closed || this.#isBack, show: () => opened.focus() };
  }

  /** Opens it, empty, over the middle of the page. Needs a user gesture. Null where the browser does not let it. */
  open(): Window | null {
    const left = screenX + (outerWidth - WIDTH) / 2;
    const top = screenY + (outerHeight - HEIGHT) / 2;
    const opened = window.open('', '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
    if (!opened) return null;
    // The wallet must not get hold of the shop's page. Not `noopener`, which would keep the window from us as well.
    opened.opener = null;
    this.#window = opened;
    this.#openedFor = this.#paymentId();
    this.#isBack = false;
    this.hostConnected();
    this.#host.requestUpdate();
    return opened;
  }

  hostConnected(): void {
    if (!this.#window || this.#leaveTalk) return;
    const { say, leave } = joinTalk(({ ask }) => {
      if (!ask || ask !== this.#openedFor || ask !== this.#paymentId()) return;
      say({ goesOn: ask });
      // There is nothing to be finished in it any more: what is left to do is done here.
      this.#isBack = true;
      this.#redraw();
    });
    // Whoever closes the window comes back to the page by it.
    window.addEventListener('focus', this.#redraw);
    this.#leaveTalk = leave;
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#redraw);
    this.#leaveTalk?.();
    this.#leaveTalk = undefined;
  }

  readonly #redraw = (): void => {
    this.#host.requestUpdate();
  };
}
