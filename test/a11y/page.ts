// Runs in the page of `stage.ts`: poses one view after another, and has both engines look at each.
import { defineLanguage, speechOf } from '../../src/element/controllers/localize.ts';
import { checkoutStates } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { pseudo, pseudoMessages } from '../support/pseudo-language.ts';
import { audit } from './audit.ts';
import type { Finding } from './finding.ts';
import { LiveRegion } from './live-region.ts';
import { measure, reachesOf, type Reach } from './layout.ts';
import { cssOf } from './theme-css.ts';
import { themes } from './themes.ts';
import type { View } from './views.ts';

/** What `stage.ts` can have done in its page. */
export interface Posing {
  /** Puts a view in the place of the one before. */
  show(view: Omit<View, 'width'>): Promise<void>;
  /** Shows some views, and answers what is found in each. */
  inspect(views: readonly View[]): Promise<(readonly Finding[])[]>;
  /** What is wrong with how the view is laid out. */
  measure(): readonly Finding[];
  /** From where to where the words of each box reach. */
  reaches(): readonly Reach[];
  /** Sets the view's text wider apart, as a reader may, or as it was (WCAG 1.4.12). */
  space(wide: boolean): void;
  /** Lets the session of the view that is shown go on to another state, through others in between that last no time. */
  goTo(states: readonly string[], differences?: object): Promise<void>;
  /** What a screen reader would have said since it was last asked. */
  heard(): readonly string[];
  /** What was wanted of the session since it was last asked. */
  wanted(): readonly string[];
  /** What is found where faults have been planted. */
  inspectFaults(): Promise<readonly Finding[]>;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const wideText = new CSSStyleSheet();
wideText.replaceSync(
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
    'p { margin-block-end: 2em !important }',
);
let checkout: PosedCheckout;
let region: LiveRegion;
const stand = document.querySelector('#stand')!;

async function show({ state, display, language, theme }: Omit<View, 'width'>): Promise<void> {
  // Which ways have been tried is kept there, and would be from one view to the next.
  localStorage.clear();
  const look = checkoutStates[state];
  const { scheme, behind } = themes[theme] ?? {};
  if (!look || !scheme) throw new RangeError(`There is no state "${state}", or no theme "${theme}"`);
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = speechOf(language)?.language.dir ?? 'ltr';
  // As high as the window: behind a dialog axe takes what is beyond the root's own box for cut off, and does not look.
  sheet.replaceSync(
    `html { min-block-size: 100vh }
     body { margin: 0; background: ${behind}; color: ${scheme === 'dark' ? '#fff' : '#000'} }
     main { padding: 8px }
     ${cssOf(theme)}`,
  );
  stand.replaceChildren();
  // The payment of every view is the same, and what has been tried for it is kept.
  localStorage.clear();
  checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    theme: scheme,
    presentation: look.presentation ?? 'qr',
    wallets: state.includes('choosing'),
    display: display.split(' ')[0],
  });
  // From its first drawing on, as a screen reader does.
  stand.append(checkout);
  await checkout.updateComplete;
  region = new LiveRegion(checkout.shadowRoot!.querySelector('[role=status]')!);
  // What is shown over the page opens for whoever has pressed the button.
  if (display === 'dialog' || display === 'popover') checkout.start();
  await pose(checkout, stand, look);
  await settle();
}

/** Its modules are all in this one, so whatever it fetches has come by the next task. Not a timer: time may stand still. */
async function settle(): Promise<void> {
  await checkout.updateComplete;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  await checkout.updateComplete;
}

const posing: Posing = {
  show,
  async inspect(views) {
    const findings = [];
    for (const view of views) {
      await show(view);
      findings.push([...(await audit()), ...posing.measure()]);
    }
    return findings;
  },
  measure: () => measure(checkout.shadowRoot!),
  reaches: () => reachesOf(checkout.shadowRoot!),
  space(wide) {
    const { adoptedStyleSheets: sheets } = checkout.shadowRoot!;
    checkout.shadowRoot!.adoptedStyleSheets = [
      ...sheets.filter((own) => own !== wideText),
      ...(wide ? [wideText] : []),
    ];
  },
  async goTo(states, differences) {
    for (const state of states) checkout.session.become({ ...checkoutStates[state]!.state(), ...differences });
    await settle();
  },
  heard: () => region.take(),
  wanted: () => checkout.session.calls.splice(0),
  async inspectFaults() {
    stand.replaceChildren(document.createElement('faulty-element'));
    const findings = await audit();
    stand.replaceChildren();
    return findings;
  },
};

/** A button without a name, and words that can hardly be read, both in a shadow root. */
class FaultyElement extends HTMLElement {
  connectedCallback(): void {
    const words = Object.assign(document.createElement('p'), { textContent: 'Pay' });
    Object.assign(words.style, { color: '#ccc', background: '#fff' });
    this.attachShadow({ mode: 'open' }).append(document.createElement('button'), words);
  }
}

customElements.define('faulty-element', FaultyElement);
// By the tags that Unicode keeps for pseudo-languages, of which the second runs from right to left.
for (const [tag, dir] of [['en-XA'], ['en-XB', 'rtl']] as const) {
  const load = () => Promise.resolve(pseudoMessages);
  defineLanguage(tag, { pay: pseudo('Pay with Alipay'), load, ...(dir && { dir }) });
}
Object.assign(globalThis, { posing });
