import type { PropertyValues, TemplateResult } from 'lit';
import { type DeviceBasics, detectBasics } from '../device/basics.ts';
import { choosePresentation, mayBeginByItself, type Presentation } from '../device/presentation.ts';
import { readDeviceSignals } from '../device/signals.ts';
import type { Action, Payment } from '../protocol/payment.ts';
import { CheckoutError } from '../session/errors.ts';
import { createLazySession, type LazySession } from '../session/lazy-session.ts';
import type { StartRequest } from '../session/payment-session.ts';
import { type CheckoutPhase, type CheckoutState, hasPayment } from '../session/state.ts';
import { styles } from './alipay-checkout.styles.ts';
import { CheckoutOptions } from './checkout-options.ts';
import { DepartureController } from './controllers/departure.ts';
import { LocalizeController } from './controllers/localize.ts';
import { PartController } from './controllers/part.ts';
import { SessionController } from './controllers/session.ts';
import { AlipayChangeEvent, AlipayErrorEvent, AlipayRedirectEvent } from './events.ts';
import { GivenPayment } from './given-payment.ts';
import { type Destination, destinationOf, leave } from './launch.ts';
import { showStates } from './custom-states.ts';
import { occasionOf } from './occasions.ts';
import { displayOf, panelOf, preloadEncoder, scenesOf } from './parts.ts';
import { face } from './views/face.ts';
import type { MainButton, Surroundings } from './views/scene.ts';

const IDLE: CheckoutState = { phase: 'idle' };

const PENDING: readonly CheckoutPhase[] = ['creating', 'awaiting', 'processing'];

/** Changing one of these under way stops following, cancels nothing, and finds that order's own attempt. */
const TARGET = ['endpoint', 'orderId', 'paymentId', 'token', 'credentials', 'backend'] as const;

/**
 * A pay button that opens an Alipay payment and follows it to its end.
 *
 * Before a payment exists it knows no amount and asks nobody. A page that already has the payment puts the body of its
 * create answer into a `<script type="application/json">` inside the element, which then begins with it.
 *
 * @fires {AlipayChangeEvent} alipay-change - Anything changed.
 * @fires {AlipayPaymentEvent} alipay-processing - The shopper is done, the money is not confirmed. Once a payment.
 * @fires {AlipayPaymentEvent} alipay-success - The server knows that the payment is paid. Also after a reload.
 * @fires {AlipayPaymentEvent} alipay-voided - Cancelled, expired, or returned after it was paid.
 * @fires {AlipayPaymentEvent} alipay-failed - Refused.
 * @fires {AlipayErrorEvent} alipay-error - The checkout could not start, or could not send the shopper on.
 * @fires {AlipayRedirectEvent} alipay-redirect - The page is about to be left, or a window to be opened. Cancelable.
 * @fires {AlipayLaunchEvent} alipay-launch - What a tap that was to open the wallet in this window came to. Once a tap.
 * @fires {AlipayQrEvent} alipay-qr - A QR code is on the screen. Once a code.
 *
 * @slot - The label of the pay button.
 * @slot glyph - The mark in the header.
 * @slot summary - What is being paid for. Default: the payment's description.
 * @slot help - How to scan.
 * @slot success - What to offer after a success, such as a link to the order.
 * @slot voided - What to offer after a voided payment.
 * @slot failed - What to offer after a failed payment, such as another way to pay.
 *
 * @csspart dialog - What the panel stands in where it is shown over the page: the dialog, or the popover.
 * @csspart close - The button that closes it.
 * @csspart arrow - What points from the popover to the button.
 * @csspart standing - What the button on the page says of a payment that is not shown.
 * @csspart panel - The frame of every state but idle.
 * @csspart header - The first row: glyph, summary, amount.
 * @csspart summary - What is being paid for.
 * @csspart amount - The figure with its currency.
 * @csspart currency - The ISO code beside the figure.
 * @csspart stage - The picture: code, skeleton or icon.
 * @csspart skeleton - Where a code is about to be.
 * @csspart qr-card - The white card of the code.
 * @csspart qr - The code itself. Keep it dark on white.
 * @csspart qr-mark - The mark on its middle. Keep it dark.
 * @csspart icon - The disc with a mark.
 * @csspart title - The line of a state.
 * @csspart words - The sentence under it.
 * @csspart wallets - The wallets to choose from.
 * @csspart wallet - One of them: a button.
 * @csspart wallet-name - Its name.
 * @csspart wallet-region - Where it is used.
 * @csspart wallet-promotion - What the wallet offers.
 * @csspart wallet-reason - Why it is not available.
 * @csspart time - The bar of the time that is left.
 * @csspart actions - The row of buttons.
 * @csspart button - The filled button: on the page, and over it.
 * @csspart secondary-button - The quiet button.
 * @csspart address - The address of the page or of a code, where no page may copy it.
 * @csspart footnote - The last row.
 * @csspart note - Its text.
 * @csspart countdown - The time in it.
 * @csspart link - Its link.
 * @csspart help - The popover about scanning.
 * @csspart help-link - Ways around the camera, beside the steps.
 *
 * @cssprop [--alipay-checkout-accent=#1052b0] - Act here: the filled button, links, the focus ring.
 * @cssprop [--alipay-checkout-on-accent=#fff] - Text on the accent.
 * @cssprop [--alipay-checkout-surface=#fff] - The panel.
 * @cssprop [--alipay-checkout-raised] - Skeleton and hovered quiet buttons. Default: 5 % of the text on the surface.
 * @cssprop [--alipay-checkout-line] - Hairlines. Default: 13 % of the text on the surface.
 * @cssprop [--alipay-checkout-text=#101828] - Text.
 * @cssprop [--alipay-checkout-muted] - Quieter text. Default: 78 % of the text on the surface.
 * @cssprop [--alipay-checkout-good=#05603a] - Paid.
 * @cssprop [--alipay-checkout-warn=#9a3412] - Time is short.
 * @cssprop [--alipay-checkout-bad=#b42318] - Refusals and faults.
 * @cssprop [--alipay-checkout-shadow] - The `box-shadow` of the panel in the page.
 * @cssprop [--alipay-checkout-overlay-shadow] - That of dialog, popover and help.
 * @cssprop [--alipay-checkout-backdrop] - What the dialog lays over the page.
 * @cssprop [--alipay-checkout-radius=16px] - Outer corners; the inner ones follow.
 * @cssprop [--alipay-checkout-space=8px] - The unit of spacing.
 * @cssprop [--alipay-checkout-font] - The `font` shorthand. Sizes in `rem` follow the size that a reader has set.
 * @cssprop [--alipay-checkout-qr-size=232px] - Side of the code with its quiet zone; never less than 232px, and never
 *   wider than its column. Where the page is made smaller than its screen's pixels it has 348px.
 *
 * @cssstate idle
 * @cssstate choosing
 * @cssstate creating
 * @cssstate awaiting
 * @cssstate processing
 * @cssstate success
 * @cssstate voided
 * @cssstate failed
 * @cssstate error
 * @cssstate pending - Under way: creating, awaiting or processing.
 */
export class AlipayCheckout extends CheckoutOptions {
  static override styles = styles;

  readonly #internals = this.attachInternals();
  readonly #session = this.createSession();
  readonly #payment = new SessionController(this, this.#session, (state, before) => this.#handleChange(state, before));
  readonly #localize = new LocalizeController(this, () => this.locale);
  readonly #departure = new DepartureController(this);
  readonly #panel = new PartController(this, panelOf(this));
  readonly #given = new GivenPayment(this);
  readonly #scenes = new PartController(this, scenesOf(this, this.#given));
  readonly #display = new PartController(this, displayOf(this));
  #device: DeviceBasics | undefined;
  #followed = false;
  #fault: Extract<CheckoutState, { phase: 'error' }> | null = null;
  #renewing = false;
  #labelled = false;
  #open = false;

  /** Where the checkout stands, told apart by `phase`. */
  get state(): CheckoutState {
    return this.#fault ?? (this.#followed ? this.#payment.state : IDLE);
  }

  /** The payment, once there is one. */
  get payment(): Payment | null {
    return hasPayment(this.state) ? this.state.payment : null;
  }

  /**
   * What the checkout takes the shopper's device for, with what the page knows better. Set it before a payment where
   * your own rules say more: `detectDevice(undefined, { containers })`.
   */
  get device(): DeviceBasics {
    const { terminal, os } = this;
    this.#device ??= detectBasics(readDeviceSignals(globalThis));
    return { ...this.#device, ...(terminal && { terminal }), ...(os && { os }) };
  }

  set device(device: DeviceBasics) {
    this.#device = device;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#given.takeTicket();
  }

  /** Starts a payment, or the choice of wallets, as the button does. May leave the page: call it on a user gesture. */
  start(): void {
    // What was set a moment ago counts, as it would for a click.
    if (this.isUpdatePending) this.performUpdate();
    if (this.disabled) return;
    const fault = this.faultOfOptions();
    if (fault) this.#fail(fault);
    else this.#begin();
  }

  /** Cancels the payment, or goes back from the choice of wallets. Where the server refuses, `state.refusal` says why. */
  cancel(): void {
    this.#session.cancel();
  }

  /** Tries again after an end that is not success, or after an error. Leaves the page on a phone, as `start()` does. */
  retry(): void {
    this.#fault = null;
    this.start();
  }

  /** The session behind the element. A seam for tests and for those who bring their own. */
  protected createSession(): LazySession {
    return createLazySession();
  }

  /** Sends this window or another on. A seam for tests, and for apps that navigate by other means. */
  protected navigate(destination: Destination, view: Window): void {
    leave(destination, view);
  }

  // Here and not in willUpdate(), which a server runs too: following is a browser's business.
  protected override update(changed: PropertyValues<this>): void {
    if (TARGET.some((name) => changed.has(name))) this.#follow();
    if (this.#hasSomethingToShow) this.#loadPanel();
    this.#panel.value?.panel.prepare(this.state, this.#scenes.value, this.#presentationOf, this.#display.value);
    super.update(changed);
  }

  /** Also waits for what is on its way to be shown. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    const fetching = this.#panel.fetching ?? this.#scenes.fetching ?? this.#display.fetching;
    if (!fetching) return isComplete;
    await fetching;
    return this.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const around = this.#around;
    const { locale, language } = around ? this.#panel.value!.speech : this.#localize.speech;
    const label = this.messages?.pay ?? language.pay;
    // All the words that there are on a phone that is about to be sent to the wallet: the tap has been taken.
    const taken = this.state.phase !== 'idle' && !this.#hasSomethingToShow ? `${label}…` : undefined;
    return face({
      around,
      spoken: around ? around.spoken : taken,
      alone: this.#alone,
      label,
      lang: locale,
      dir: language.dir ?? 'ltr',
      disabled: this.disabled,
      labelled: this.#labelled,
      onLabelChange: this.#handleLabelChange,
    });
  }

  protected override updated(): void {
    const { phase } = this.state;
    showStates(this.#internals, PENDING.includes(phase) ? [phase, 'pending'] : [phase]);
  }

  /** The button alone is shown before there is a payment, and on a phone that is on its way to the wallet. */
  get #hasSomethingToShow(): boolean {
    const { state } = this;
    if (state.phase === 'idle') return false;
    if (state.phase === 'creating' && !state.resuming) return this.#presentationOf(null) !== 'redirect';
    return !this.#departure.leaving;
  }

  #loadPanel(): void {
    const { state } = this;
    const expected = this.#presentationOf(this.#action);
    if (!this.#panel.value && expected !== 'redirect') preloadEncoder();
    this.#panel.load(this.#localize.speech);
    this.#display.load(this.display);
    // All but a code to scan, and so not before there is one: then any scene may be next, and should not be waited for.
    const isBeginning = state.phase === 'creating' && !state.resuming;
    if (!isBeginning || expected !== 'qr') this.#scenes.load(this.wallets);
  }

  get #around(): Surroundings | null {
    const { state } = this;
    const { value } = this.#panel;
    const display = this.#display.value;
    if (!value || !display || state.phase === 'idle' || (state.phase === 'choosing' && !this.#scenes.value))
      return null;
    const around = value.panel.draw(state, {
      words: { ...value.words, ...this.messages },
      scenes: this.#scenes.value,
      locale: value.speech.locale,
      renewing: this.#renewing,
      windowed: this.#windowed,
      departure: this.#departure,
      onWallet: ({ id, name }) => this.#start({ wallet: id, walletName: name }),
      onOpen: (app) => this.#action && void this.#launch(this.#action, app),
      onCheck: () => this.#session.check(),
      onCancel: () => this.cancel(),
      onRetry: () => this.retry(),
      onRenew: () => this.#renew(),
    });
    return display.draw(around, { open: this.#open, ready: this.#hasSomethingToShow, onToggle: this.#handleToggle });
  }

  get #alone(): MainButton {
    if (this.state.phase === 'idle') return { onClick: () => this.start() };
    return this.#panel.failed ? { onClick: this.#panel.retry } : { busy: true, onClick: () => {} };
  }

  get #action(): Action | null {
    return hasPayment(this.state) ? this.state.action : null;
  }

  /** Where no app can take over the page keeps beside a wallet without a code, unless it wants to be left. */
  get #windowed(): boolean {
    return !this.device.system && this.presentation !== 'redirect' && !this.#action?.qrCode;
  }

  #follow(): void {
    this.#fault = null;
    this.#departure.outcome = undefined;
    const given = this.#given.take();
    // Whoever comes back from the wallet wants to know. A payment that is found otherwise takes nobody by surprise.
    this.#open = given !== null && 'ticket' in given && given.paymentId === this.#given.returnedFrom;
    const { backend, endpoint, orderId, credentials } = this;
    this.#followed = (backend ?? endpoint) !== '' && (orderId !== '' || given !== null);
    if (!this.#followed) return;

    this.#session.target({ backend, endpoint, orderId, credentials });
    if (given) this.#session.resume(given);
    if (this.autostart && orderId && this.state.phase === 'idle' && mayBeginByItself(this.device)) this.#begin();
  }

  #begin(): void {
    this.#handleToggle(true);
    this.#start(this.wallets && { choose: true });
  }

  #start(wish?: Pick<StartRequest, 'choose' | 'wallet' | 'walletName'> | false): void {
    const { device } = this;
    const request: StartRequest = {
      terminal: device.terminal,
      ...(device.os && { os: device.os }),
      returnUrl: this.returnAddress() ?? location.href,
      locale: this.#localize.speech.locale,
      ...wish,
    };
    this.#session.start(request, (action) => {
      // A window has to wait for a click of its own: a browser opens none so long after the first.
      const leaves = this.#presentationOf(action) === 'redirect' && !this.#windowed && !this.device.confined;
      if (leaves) void this.#launch(action);
      return leaves;
    });
  }

  /** @param app - Another address than that of the first tap: the app's own. */
  async #launch(action: Action, app?: Destination): Promise<void> {
    if (action.bridge) {
      this.#loadPanel();
      await this.#scenes.fetching;
      if (await this.#scenes.value?.payInside(action.bridge.tradeNo)) return this.#session.check();
    }
    const destination = app ?? destinationOf(action);
    if (!destination) {
      const code = action.bridge ? 'wallet_only' : 'unsafe_address';
      const error = new CheckoutError(code, 'The action names no address that a page may be sent to');
      this.dispatchEvent(new AlipayErrorEvent(error));
    } else if (this.dispatchEvent(new AlipayRedirectEvent(destination.url))) {
      const opened = this.#windowed && this.#scenes.value?.openWindow();
      // A window that is blocked leaves this one.
      if (!opened) this.#departure.begin(destination.url, !!app);
      this.navigate(destination, opened || window);
    }
  }

  // The old code has to be dead before there is a new one, or both could be paid.
  #renew(): void {
    this.#renewing = true;
    this.#session.cancel();
  }

  #handleChange(state: CheckoutState, before: CheckoutState): void {
    this.dispatchEvent(new AlipayChangeEvent(state));
    if (this.#renewing && !(state.phase === 'awaiting' && !state.refusal)) {
      this.#renewing = false;
      if (state.phase === 'voided') return this.#start();
    }
    const occasion = occasionOf(state, before);
    if (occasion) this.dispatchEvent(occasion);
  }

  /** Decided from what the server says it can do; before it has said so, from what the device leads us to expect. */
  readonly #presentationOf = (action: Action | null): Presentation =>
    choosePresentation({ device: this.device, action, wish: this.presentation });

  readonly #handleToggle = (open: boolean): void => {
    this.#open = open;
    this.requestUpdate();
  };

  readonly #handleLabelChange = (event: Event): void => {
    const nodes = (event.target as HTMLSlotElement).assignedNodes();
    // White space between the tags and the data block are no label.
    this.#labelled = nodes.some((node) =>
      node instanceof Element ? node.localName !== 'script' : node.textContent?.trim(),
    );
    this.requestUpdate();
    // A page that is still being parsed brings the data block after the element.
    const declared = this.#followed && this.state.phase === 'idle' && this.#given.takeDeclared();
    if (declared) this.#session.resume(declared);
  };

  #fail(message: string): void {
    const before = this.state;
    this.#fault = {
      phase: 'error',
      error: new CheckoutError('invalid_options', `<alipay-checkout> cannot start: ${message}`),
    };
    this.#handleToggle(true);
    this.#handleChange(this.#fault, before);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alipay-checkout': AlipayCheckout;
  }
}
