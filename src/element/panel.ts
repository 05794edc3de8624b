import { adoptStyles, type CSSResult, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Presentation } from '../device/presentation.ts';
import type { Action } from '../protocol/payment.ts';
import type { DeviceBasics } from '../device/basics.ts';
import { type CheckoutState, hasPayment } from '../session/state.ts';
import { CodeController } from './controllers/code.ts';
import { CountdownController } from './controllers/countdown.ts';
import { FocusController } from './controllers/focus.ts';
import type { PopoverController } from './controllers/popover.ts';
import { AlipayQrEvent } from './events.ts';
import type { LaterWords, PanelWords } from './locales/messages.ts';
import { controls } from './styles/controls.ts';
import { frame as frameStyles } from './styles/frame.ts';
import type { CodeOptions } from './qr-path.ts';
import { stage } from './styles/stage.ts';
import { creatingView } from './views/creating.ts';
import { frame } from './views/frame.ts';
import { isToBeScanned, scanView } from './views/scan.ts';
import type { Display, Intents, Said, Scene, Scenes, ShownState, Surroundings, ViewContext } from './views/scene.ts';
import { endOf, timeLeft } from './views/time-left.ts';

export { en } from './locales/en.ts';

/** The element, as its panel knows it. */
export type PanelHost = LitElement & CodeOptions & { readonly state: CheckoutState; readonly device: DeviceBasics };

export interface PanelContext extends Omit<Intents, 'onReloadCode'>, Pick<ViewContext, 'departure'> {
  readonly words: PanelWords & LaterWords;
  /** What comes after a code to scan, once that has come. */
  readonly scenes: Scenes | null;
  readonly locale: string;
  /** The old code is being cancelled for a new one, which is all that the shopper should see of it. */
  readonly renewing: boolean;
  /** A window of its own is opened for the wallet. */
  readonly windowed: boolean;
  readonly onCancel: () => void;
}

/**
 * Everything around the pay button, from the click to the end of a payment. Fetched when there is something to show: a
 * page with a button alone does without it, and so does a phone on its way to the wallet.
 */
export class Panel implements ReactiveController {
  readonly #host: PanelHost;
  readonly #code: CodeController;
  readonly #styles: CSSResult[] = [];
  #tall = false;
  #presentation: Presentation | null = null;
  /** What the last words were of, until those of the next scene have come. */
  #resuming = true;
  #paintedCode = '';
  /** The title that has been read from the heading, which was given the focus: not to be said again. */
  #readTitle = '';
  #spoken: TemplateResult | undefined;
  #help: PopoverController | undefined;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#code = new CodeController(host);
    new CountdownController(host, () => endOf(host.state));
    new FocusController(host, () => host.state.phase);
    host.addController(this);
    this.#adopt(frameStyles, stage, controls);
  }

  /** Takes in a state before it is drawn. */
  prepare(
    state: CheckoutState,
    scenes: Scenes | null,
    presentationOf: (action: Action | null) => Presentation,
    display: Display | null,
  ): void {
    for (const styles of [scenes?.styles, display?.styles]) {
      if (styles && !this.#styles.includes(styles[0])) this.#adopt(...styles);
    }
    const action = hasPayment(state) ? state.action : null;
    const isBeginning = !hasPayment(state) && state.phase !== 'error';
    if (state.phase === 'creating') this.#resuming = state.resuming;
    if (isBeginning) this.#code.clear();
    // Kept to the end of the payment, when there is no action any more: the frame must not change its height then.
    if (isBeginning || action || !this.#presentation) {
      this.#presentation = scenes?.showsCode ? 'both' : presentationOf(action);
    }
    // Nor where a code was expected and there is none.
    this.#tall = this.#presentation !== 'redirect' || presentationOf(null) !== 'redirect';
    const text = action?.qrCode?.data;
    if (text !== undefined && this.#presentation !== 'redirect') this.#code.draw(text);
  }

  draw(state: ShownState, context: PanelContext): Surroundings {
    const { locale, scenes } = context;
    const words = { ...scenes?.en, ...context.words };
    const wallet = chosenWallet(state);
    const say = (text: string): Said => {
      const pieces = text.split('{wallet}');
      return wallet && scenes ? scenes.withName(pieces, wallet) : pieces.join(words.alipay);
    };
    const scene = this.#sceneOf(state, context, say);
    const [title] = scene.words;
    if (title !== this.#readTitle) this.#readTitle = '';
    const around = frame(scene, {
      messages: words,
      locale,
      wallet: wallet ?? words.alipay,
      phase: state.phase,
      payment: hasPayment(state) ? state.payment : null,
      code: this.#code.code,
      tall: this.#tall,
      notice: scenes?.noticeOf(state, words),
      moreHelp: scenes?.moreHelp(words),
      say,
      isRead: title === this.#readTitle,
      onRead: () => {
        this.#readTitle = title;
        this.#host.requestUpdate();
      },
      onHelpToggle: this.#handleHelpToggle,
    });
    // On a page that is not shown nobody would hear it: it waits until the page is.
    if (!document.hidden) this.#spoken = around.spoken;
    return { ...around, spoken: this.#spoken };
  }

  hostUpdated(): void {
    const { state, renderRoot } = this.#host;
    const text = hasPayment(state) && state.action?.qrCode?.data;
    // In a dialog that is closed it is drawn, and not seen.
    const isSeen = renderRoot.querySelector('[part=qr]')?.getClientRects().length;
    if (!text || text === this.#paintedCode || !isSeen) return;
    this.#paintedCode = text;
    this.#host.dispatchEvent(new AlipayQrEvent(state.payment));
  }

  #sceneOf(
    state: ShownState,
    { words, scenes, renewing, onCancel, ...rest }: PanelContext,
    say: ViewContext['say'],
  ): Scene {
    const wallet = chosenWallet(state);
    const isCancellable = !hasPayment(state) || (state.phase === 'awaiting' && state.payment.cancellable);
    const cancelling = hasPayment(state) && state.cancelling;
    const context: ViewContext = {
      ...rest,
      say,
      messages: words,
      presentation: this.#presentation ?? 'qr',
      wallet,
      code: this.#code.code,
      time: timeLeft(state, performance.now()),
      cancel: isCancellable ? { label: words.cancel, busy: cancelling, onClick: onCancel } : undefined,
      onReloadCode: () => this.#code.load(),
    };
    const shown: ShownState = renewing ? { phase: 'creating', resuming: false } : state;
    // The name of another wallet comes with the scenes: until then better no words than wrong ones.
    const isNamed = !wallet || scenes !== null;
    if (isNamed && shown.phase === 'awaiting' && isToBeScanned(shown, context)) return scanView(shown, context);
    const isPreparing = shown.phase === 'creating' && context.presentation !== 'redirect';
    return scenes && !isPreparing
      ? scenes.sceneOf(shown, { ...context, messages: { ...scenes.en, ...words } })
      : creatingView({ resuming: this.#resuming && !renewing }, context);
  }

  // Constructed sheets, as Lit's own: a <style> would need 'unsafe-inline' in the page's policy.
  #adopt(...styles: readonly CSSResult[]): void {
    this.#styles.push(...styles);
    const own = this.#host.constructor as typeof LitElement;
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...own.elementStyles, ...this.#styles]);
  }

  readonly #handleHelpToggle = ({ target, newState }: ToggleEvent): void => {
    const popover = target as HTMLElement;
    if (newState === 'open') void this.#place(popover, popover.parentElement!);
  };

  async #place(popover: HTMLElement, anchor: Element): Promise<void> {
    try {
      const { PopoverController: Popover } = await import('./controllers/popover.ts');
      this.#help ??= new Popover(this.#host);
      this.#help.place(popover, anchor);
    } catch {
      // Without its place it is still help, in the middle of the window.
      popover.dataset['placed'] = '';
    }
  }
}

/** What the shopper calls the wallet that was chosen. Undefined where it is Alipay, which every language has a word for. */
function chosenWallet(state: CheckoutState): string | undefined {
  const { walletName } = 'walletName' in state ? state : {};
  return walletName === 'Alipay' ? undefined : walletName;
}
