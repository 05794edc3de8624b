import type { nothing, ReactiveController, TemplateResult } from 'lit';
import { hasPayment } from '../session/state.ts';
import type * as choiceOfWallets from './choice.ts';
import type * as guideOnPhones from './guide.ts';
import { CodeLink } from './controllers/code-link.ts';
import { LinkCopy } from './controllers/link-copy.ts';
import { ReturnedWindow } from './controllers/returned-window.ts';
import { TroubleController } from './controllers/trouble.ts';
import { WalletWindow } from './controllers/wallet-window.ts';
import { enScenes } from './locales/en-scenes.ts';
import type { LaterWords } from './locales/messages.ts';
import type { PanelHost } from './panel.ts';
import { scenes } from './styles/scenes.ts';
import { awaitingView, isToBeOpened } from './views/awaiting.ts';
import { errorView } from './views/error.ts';
import { failedView } from './views/failed.ts';
import { openingView } from './views/opening.ts';
import { processingView } from './views/processing.ts';
import { returnedView } from './views/returned.ts';
import type { Scene, SceneContext, Scenes, ShownState } from './views/scene.ts';
import { successView } from './views/success.ts';
import { voidedView } from './views/voided.ts';
import { langOf, withName } from './views/wallet-name.ts';

type Choice = typeof choiceOfWallets;
type Guide = typeof guideOnPhones;

/** The scene of every state but those of a code that is being prepared or scanned: one view a phase. */
export class AllScenes implements Scenes, ReactiveController {
  readonly en = enScenes;
  readonly withName = withName;
  readonly styles: Scenes['styles'];
  readonly #host: PanelHost;
  readonly #choice: Choice | undefined;
  readonly #trouble: TroubleController;
  readonly #window: WalletWindow;
  readonly #codeLink: CodeLink;
  readonly #returned: ReturnedWindow | undefined;
  readonly #wayfinder: InstanceType<Guide['Wayfinder']> | undefined;

  /**
   * @param returnedFrom - The payment that the wallet has led back to this page from, if it has.
   * @param guide - Where a wallet may be on this device.
   */
  constructor(host: PanelHost, returnedFrom: string | undefined, choice: Choice | undefined, guide: Guide | undefined) {
    this.#host = host;
    this.#choice = choice;
    const later = guide ? [scenes, guide.styles] : [scenes];
    this.styles = choice ? [choice.styles, ...later] : [scenes, ...later.slice(1)];
    this.#trouble = new TroubleController(host);
    this.#window = new WalletWindow(host, () => (hasPayment(host.state) ? host.state.payment.id : null));
    this.#codeLink = new CodeLink(host);
    this.#wayfinder = guide && new guide.Wayfinder(host, new LinkCopy(host));
    if (returnedFrom) this.#returned = new ReturnedWindow(host, returnedFrom);
    host.addController(this);
  }

  hostUpdate(): void {
    const { state } = this.#host;
    this.#trouble.watch(hasPayment(state) ? state.connection : undefined);
  }

  get showsCode(): boolean {
    return this.#wayfinder?.showsCode ?? false;
  }

  payInside(tradeNo: string): Promise<boolean> {
    return this.#wayfinder?.payInside(tradeNo) ?? Promise.resolve(false);
  }

  openWindow(): Window | null {
    return this.#window.open();
  }

  readonly sceneOf = (state: ShownState, context: SceneContext): Scene => {
    const scene = this.#viewOf(state, context);
    return hasPayment(state) && this.#returned?.goesOnElsewhere(state.payment.id)
      ? returnedView(scene, state, context)
      : scene;
  };

  noticeOf(state: ShownState, words: LaterWords): string | undefined {
    if (hasPayment(state) && state.refusal) return words.cancelRefused;
    const { trouble } = this.#trouble;
    return trouble ? words[trouble] : (this.#wayfinder?.noticeOf(words) ?? this.#codeLink.noticeOf(words));
  }

  moreHelp(words: LaterWords): TemplateResult | typeof nothing {
    return this.#codeLink.draw({ ...enScenes, ...words });
  }

  #viewOf(state: ShownState, context: SceneContext): Scene {
    switch (state.phase) {
      case 'choosing':
        // On its way, where the page has asked for it only after a payment.
        return this.#choice
          ? this.#choice.choosingView(state, { ...context, langOf })
          : openingView({ resuming: false }, context);
      case 'creating':
        return openingView(state, context);
      case 'awaiting': {
        const scene = awaitingView(state, { ...context, opened: this.#window.opened });
        return this.#wayfinder && isToBeOpened(state, context) ? this.#wayfinder.sceneOf(scene, state, context) : scene;
      }
      case 'processing':
        return processingView(context);
      case 'success':
        return successView(state, context);
      case 'voided':
        return voidedView(state, context);
      case 'failed':
        return failedView(state, context);
      case 'error':
        return errorView(state, context);
    }
  }
}
