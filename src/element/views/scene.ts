import type { CSSResult, nothing, TemplateResult } from 'lit';
import type { Presentation } from '../../device/presentation.ts';
import type { Wallet } from '../../session/backend.ts';
import type { CheckoutState } from '../../session/state.ts';
import type { DepartureController } from '../controllers/departure.ts';
import type { Destination } from '../launch.ts';
import type { ChoiceWords, LaterWords, PanelWords, SceneWords, Words } from '../locales/messages.ts';
import type { QrPath } from '../qr-path.ts';

/** Every state but idle, which is the button alone. */
export type ShownState = Exclude<CheckoutState, { phase: 'idle' }>;

export type SceneView = (state: ShownState, context: SceneContext) => Scene;

/** A button and what it does. `busy`: it stays where it is, keeps the focus, and does nothing for now. */
export interface Button {
  readonly label: string;
  readonly busy?: boolean;
  readonly onClick: () => void;
}

/** The one filled button. Its label is the page's or the element's own (`pay`) where none is given. */
export type MainButton = Omit<Button, 'label'> & { readonly label?: string };

/**
 * What one state looks like. Every view answers one of these and the frame alone draws them, row by row in fixed places:
 * so that going from one state to the next moves nothing but what has changed.
 */
export interface Scene {
  /** `neutral` ends are nobody's fault; in a `waiting` scene the thing to do is elsewhere, and a `guiding` one leads there. */
  readonly tone?: 'neutral' | 'good' | 'bad' | 'warn' | 'waiting' | 'guiding';
  /** A code, the place where one is about to be, or a mark. */
  readonly stage: 'code' | 'skeleton' | TemplateResult | typeof nothing;
  /** The mark lies over the last code, if there is one, which must not be scanned any more. */
  readonly faded?: boolean;
  readonly words: Words;
  /** Takes the room of the stage, under the words. */
  readonly list?: TemplateResult;
  readonly main?: MainButton;
  readonly quiet?: Button;
  readonly link?: Button | 'help';
  /** The footnote. Where there is time left, what leads into it, if that is not the time of a code. */
  readonly note?: Said;
  /** The time that is left to pay, drawn as a bar and spelled out in the footnote. */
  readonly time?: TimeLeft | null;
}

/** Words in which the wallet has its name. */
export type Said = string | TemplateResult;

/** The filled button, as it is drawn. */
export interface DrawnButton {
  readonly label?: Said;
  readonly busy?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** What is drawn around the pay button. */
export interface Surroundings {
  /** Empty where the button is alone in its place. */
  readonly className: string;
  /** What all this is for, and where it stands. */
  readonly name: string;
  readonly title: Said | undefined;
  readonly closeLabel: string;
  readonly main: DrawnButton | undefined;
  readonly above?: TemplateResult;
  readonly beside?: TemplateResult;
  readonly below: TemplateResult;
  /** For the live region. */
  readonly spoken: TemplateResult | undefined;
}

/** Whether what is shown over the page is to be open. */
export interface Opening {
  readonly open: boolean;
  /** There is something to show. Without it nothing opens that is not open, as on the way to the wallet. */
  readonly ready: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Where the surroundings of the button are: around it, or in something that is shown over the page. */
export interface Display {
  readonly styles?: Scenes['styles'];
  draw(around: Surroundings, opening: Opening): Surroundings;
}

/** `share` goes from 1 to 0. */
export interface TimeLeft {
  readonly remainingMs: number;
  readonly share: number;
  /** About to be over. */
  readonly near: boolean;
}

/** What the shopper can want. The element turns each into a call of the session. */
export interface Intents {
  readonly onWallet: (wallet: Wallet) => void;
  /** Opens the page of the gateway, or the app by an address of its own. */
  readonly onOpen: (app?: Destination) => void;
  readonly onCheck: () => void;
  readonly onRetry: () => void;
  readonly onRenew: () => void;
  readonly onReloadCode: () => void;
}

/** What a view may know beside the state. */
export interface ViewContext extends Intents {
  readonly messages: PanelWords;
  readonly locale: string;
  /** What the shopper calls the wallet, where it is another than Alipay. */
  readonly wallet: string | undefined;
  readonly presentation: Presentation;
  /** `missing`: the encoder did not load. Null while it does. */
  readonly code: QrPath | 'missing' | null;
  readonly time: TimeLeft | null;
  /** A window of its own is opened for the wallet. */
  readonly windowed: boolean;
  /** How the page goes to the wallet, or has gone. */
  readonly departure: Pick<DepartureController, 'leaving' | 'outcome'>;
  /** Gives the wallet its name in words that a scene draws itself. */
  readonly say: (words: string) => Said;
  /** Cancels the payment, or goes back. Absent where it cannot be cancelled. */
  readonly cancel: Button | undefined;
}

export interface SceneContext extends ViewContext {
  readonly messages: PanelWords & SceneWords & Partial<ChoiceWords>;
}

/** The scenes beyond a code to scan, with their words in English and their styles. */
export interface Scenes {
  readonly sceneOf: SceneView;
  readonly en: SceneWords;
  /** The first tells them from those of others. */
  readonly styles: readonly [CSSResult, ...CSSResult[]];
  /** What is more urgent than the note of a scene: a cancel that was refused, connection trouble that lasts. */
  noticeOf(state: ShownState, words: LaterWords): string | undefined;
  /** What stands in the help beside its heading. */
  moreHelp(words: LaterWords): TemplateResult | typeof nothing;
  /** Words in pieces, put together with the name of another wallet than Alipay. */
  withName(pieces: readonly string[], name: string): TemplateResult;
  /** A code is wanted where none was expected. */
  readonly showsCode: boolean;
  /** Has the wallet that shows this page ask for the payment. Resolves when it is done; to false where it cannot. */
  payInside(tradeNo: string): Promise<boolean>;
  /** Opens an empty window for the wallet. Needs a user gesture. Null where the browser lets none be opened. */
  openWindow(): Window | null;
}
