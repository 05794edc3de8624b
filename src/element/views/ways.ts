import type { Way } from '../../device/ways.ts';
import type { PaymentState } from '../../session/state.ts';
import type { GuideWords, Words } from '../locales/messages.ts';
import type { Button, MainButton, Scene, SceneContext } from './scene.ts';

export interface WaysContext extends SceneContext {
  readonly messages: SceneContext['messages'] & GuideWords;
  /** The next way to try. Undefined where all have been. */
  readonly next: Way | undefined;
  /** One has been tried before. */
  readonly isBack: boolean;
  /** The page is shown by an app that may follow links, or not. */
  readonly isInApp: boolean;
  readonly onApp: (url: string) => void;
  readonly onShowCode: () => void;
}

/** The shopper is back without having paid: one more way, on one more tap. The scene is that of the first. */
export function waysView(scene: Scene, { payment }: PaymentState, context: WaysContext): Scene {
  const { departure } = context;
  const main = nextButton(scene, payment.cancellable, context);
  return { ...scene, words: wordsOf(scene, context), main: main && { ...main, busy: departure.leaving } };
}

/** The code on the screen of the phone that is to pay: another may scan it, or this one from its photos. */
export function ownCodeView(
  scene: Scene,
  { payment }: PaymentState,
  { messages, cancel, onRenew, onCheck, save }: SceneContext & WaysContext & { readonly save: Button },
): Scene {
  return {
    ...scene,
    words: [messages.scan[0], messages.scanSaved],
    main: save,
    quiet: payment.cancellable
      ? { label: messages.newLink, onClick: onRenew }
      : { label: messages.iHavePaid, onClick: onCheck },
    link: cancel,
  };
}

function nextButton(scene: Scene, cancellable: boolean, context: WaysContext): MainButton | undefined {
  const { messages, next, onApp, onShowCode, onOpen, onRenew } = context;
  switch (next?.rung) {
    case 'app': {
      const { url } = next;
      return { label: messages.openWallet, onClick: () => onApp(url) };
    }
    case 'code':
      return { label: messages.showCode, onClick: onShowCode };
    case undefined:
      // What cannot be cancelled stays the one payment of the order: its page is all that there is.
      return cancellable
        ? { label: messages.newLink, onClick: onRenew }
        : { label: messages.openPage, onClick: () => onOpen() };
    default:
      return scene.main;
  }
}

function wordsOf({ words }: Scene, { messages, departure, next, isBack, isInApp }: WaysContext): Words {
  // From the second tap on the way is another.
  const isAnother = isBack && !departure.leaving && next?.rung !== 'app' && next?.rung !== 'bridge';
  const [title, sentence] = isAnother || departure.outcome === 'not-opened' ? messages.notOpened : words;
  return [title, isBack && isInApp ? messages.outsideHint : sentence];
}
