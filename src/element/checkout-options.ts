import { LitElement } from 'lit';
import type { Presentation } from '../device/presentation.ts';
import type { OperatingSystem, Terminal } from '../protocol/payment.ts';
import type { Backend } from '../session/backend.ts';
import { properties } from './alipay-checkout.properties.ts';
import type { OwnWords } from './locales/messages.ts';

/** What a page may ask of the checkout. */
export class CheckoutOptions extends LitElement {
  static override properties = properties;

  /** Base URL of the server kit, or of your own implementation of the contract. */
  endpoint = '';
  /** Your own order id, passed on unchanged. The amount is the server's to know, never the page's. */
  orderId = '';
  /** Resumes a given payment. Needs `token`. */
  paymentId = '';
  /** What to offer. The server's word wins where it offers only the other. Default: by device. */
  presentation: Presentation | 'auto' = 'auto';
  /**
   * Where all but the pay button is shown: in its place, in a modal dialog, or in a popover beside the button, which is a
   * dialog where the window is small. Other values mean `inline`. Changing it keeps the payment. It opens where a payment
   * begins and where the wallet leads back to the page; closing it cancels nothing.
   */
  display: 'inline' | 'dialog' | 'popover' = 'inline';
  /**
   * How much of a code may be dirty or hidden: 7, 15, 25 or 30 %. More makes the modules smaller; where they would become
   * too small to be read it is `M` after all. Default: `M`. Read, as `qrMark` is, when the first code is about to be drawn.
   */
  qrErrorCorrection: 'L' | 'M' | 'Q' | 'H' = 'M';
  /** Puts a purse on the middle of a code, at `Q` or, for up to 58 characters, `H`. With more than 74 it goes without. */
  qrMark = false;
  /** Offers the wallets that the endpoint lists, before it creates a payment. */
  wallets = false;
  /** What the shopper's surface is, where the page knows better than detection: `APP` inside the shop's own app. */
  terminal: Terminal | '' = '';
  /** The operating system, where the page knows better than detection. */
  os: OperatingSystem | '' = '';
  /** Starts without a click as soon as there is an order, but for bots. */
  autostart = false;
  /** Where the wallet sends the shopper back to. Default: this page. */
  returnUrl = '';
  /** BCP 47 tag. Default: the nearest `lang`, then the browser's languages. */
  locale = '';
  /** Colours. Default: as the system prefers. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Whether requests to the endpoint carry cookies. */
  credentials: RequestCredentials = 'same-origin';
  /** Takes no click. A payment under way goes on. */
  disabled = false;
  /** The right to follow `paymentId`. A property only: an attribute would put a secret into the page's HTML. */
  token = '';
  /** Takes the place of `endpoint` for pages that have no HTTP endpoint. */
  backend: Backend | null = null;
  /** Words of your own, in place of those of its language. A property only. */
  messages: OwnWords | null = null;

  /** Why nothing can be started with these options, for developers; null where it can. */
  protected faultOfOptions(): string | null {
    if (!this.endpoint && !this.backend) return 'the attribute "endpoint" is missing';
    if (!this.orderId) return 'the attribute "order-id" is missing';
    return this.returnAddress() === null ? 'the attribute "return-url" is not an address' : null;
  }

  /** Where the wallet is to send the shopper back to, in full. Null where `returnUrl` is no address. */
  protected returnAddress(): string | null {
    try {
      return new URL(this.returnUrl || location.href, document.baseURI).href;
    } catch {
      return null;
    }
  }
}
