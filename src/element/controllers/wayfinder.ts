import type { ReactiveController } from 'lit';
import { type Device, detectDevice } from '../../device/detect.ts';
import { readDeviceSignals } from '../../device/signals.ts';
import { isAlipay, rankWays, takesIntents, type Way } from '../../device/ways.ts';
import { hasPayment, type PaymentState } from '../../session/state.ts';
import { AlipayLaunchEvent } from '../events.ts';
import { enGuide } from '../locales/en-guide.ts';
import type { GuideWords, LaterWords } from '../locales/messages.ts';
import type { PanelHost } from '../panel.ts';
import { saveCode } from '../save-code.ts';
import { TriedWays } from '../tried-ways.ts';
import { guideView } from '../views/guide.ts';
import type { LinkCopy } from './link-copy.ts';
import type { Button, Scene, SceneContext } from '../views/scene.ts';
import { ownCodeView, waysView } from '../views/ways.ts';
import { findBridge } from '../wallet-bridge.ts';

/** Leads a shopper on who is back without having paid, or cannot get to the wallet from here: one way a tap, none twice. */
export class Wayfinder implements ReactiveController {
  readonly #host: PanelHost;
  readonly #copy: LinkCopy;
  readonly #detected = detectDevice();
  readonly #tried = new TriedWays();
  /** The payments that these hold for: another begins anew. */
  #codeShownOf: string | undefined;
  #askedFor: string | undefined;

  /** @param copy - Given, since it is a part of the chunk that fetches this one. */
  constructor(host: PanelHost, copy: LinkCopy) {
    this.#host = host;
    this.#copy = copy;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#copy.forget();
  }

  /** The code of a payment is shown on a screen that was to leave for the wallet. */
  get showsCode(): boolean {
    const { state } = this.#host;
    if (!hasPayment(state) || !state.action?.qrCode) return false;
    return this.#device.confined || state.payment.id === this.#codeShownOf;
  }

  /** What is to be done, in the place of a scene that offers to open the wallet. */
  sceneOf(scene: Scene, state: PaymentState, context: SceneContext): Scene {
    const { code, presentation, departure } = context;
    const { id } = state.payment;
    const messages: SceneContext['messages'] & GuideWords = { ...enGuide, ...context.messages };
    if (id === this.#askedFor) return { ...scene, words: messages.confirmHere, main: undefined };

    const save = savingOf(code, messages.saveCode);
    const tried = this.#tried.of(id);
    const isBack = tried.length > 0 || !!departure.outcome || (presentation === 'redirect' && !!state.launched);
    const next = this.#waysOf(state).find(({ rung }) =>
      rung === 'page' ? !isBack : rung === 'code' ? presentation === 'redirect' : !tried.includes(rung),
    );
    if (next?.rung === 'guide') {
      return guideView(scene, {
        ...context,
        messages,
        field: this.#copy.fieldOf(location.href, messages.copyByHand),
        save: presentation === 'redirect' ? undefined : save,
        onCopy: () => void this.#copy.copy(location.href),
      });
    }
    if (code === 'missing' && presentation === 'both') return scene;
    const ways = {
      ...context,
      messages,
      next,
      isBack,
      isInApp: this.#device.containerClass === 'inapp',
      onApp: (url: string) => {
        this.#tried.add(id, 'page', 'app');
        context.onOpen({ url });
      },
      onShowCode: () => {
        this.#tried.add(id, 'page', 'code');
        this.#codeShownOf = id;
        this.#host.requestUpdate();
      },
    };
    return id === this.#codeShownOf ? ownCodeView(scene, state, { ...ways, save }) : waysView(scene, state, ways);
  }

  noticeOf(words: LaterWords): string | undefined {
    return this.#copy.noticeOf(location.href, words);
  }

  /** Inside Alipay, has it ask for the payment. Resolves when it is done; to false where it cannot. */
  async payInside(tradeNo: string): Promise<boolean> {
    const host = this.#host;
    const device = this.#device;
    if (!isAlipay(device)) return false;
    const ask = await findBridge(device.container === 'alipay-mini');
    host.dispatchEvent(new AlipayLaunchEvent('bridge', '', ask ? 'opened' : 'not-opened'));
    if (!ask) return false;
    this.#askedFor = hasPayment(host.state) ? host.state.payment.id : undefined;
    host.requestUpdate();
    await ask(tradeNo);
    this.#askedFor = undefined;
    host.requestUpdate();
    return true;
  }

  /** The page may have set what it knows itself. */
  get #device(): Device {
    const { device } = this.#host;
    return 'container' in device ? (device as Device) : { ...this.#detected, ...device };
  }

  #waysOf({ action }: PaymentState): readonly Way[] {
    const { userAgent } = readDeviceSignals(globalThis);
    return action ? rankWays({ device: this.#device, action, takesIntents: takesIntents(userAgent) }) : [];
  }
}

/** The button that saves a code, as soon as there is one: it takes no more than a moment. */
function savingOf(code: SceneContext['code'], label: string): Button {
  return { label, onClick: () => void (code && code !== 'missing' && saveCode(code)) };
}
