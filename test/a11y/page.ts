// Runs in the page of `stage.ts`: poses one view after another, and has both engines look at each.
import { checkoutStates } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { audit, type Finding } from './audit.ts';
import { themes } from './themes.ts';
import type { View } from './views.ts';

const RIGHT_TO_LEFT = ['ar', 'he'];

/** What `stage.ts` can have done in its page. */
export interface Posing {
  /** Puts a view in the place of the one before. */
  show(view: Omit<View, 'width'>): Promise<void>;
  /** Shows some views, and answers what is found in each. */
  inspect(views: readonly View[]): Promise<(readonly Finding[])[]>;
  /** What is found where faults have been planted. */
  inspectFaults(): Promise<readonly Finding[]>;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const stand = document.querySelector('#stand')!;

async function show({ state, language, theme }: Omit<View, 'width'>): Promise<void> {
  const look = checkoutStates[state];
  const { scheme, behind, css = '' } = themes[theme] ?? {};
  if (!look || !scheme) throw new RangeError(`There is no state "${state}", or no theme "${theme}"`);
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  sheet.replaceSync(
    `body { margin: 0; background: ${behind}; color: ${scheme === 'dark' ? '#fff' : '#000'} }
     main { padding: 8px }
     ${css}`,
  );
  stand.replaceChildren();
  const checkout = Object.assign(new PosedCheckout(), {
    endpoint: '/alipay',
    orderId: 'A-1001',
    theme: scheme,
    presentation: look.presentation ?? 'qr',
    wallets: state.includes('choosing'),
  });
  await pose(checkout, stand, look);
  // Its modules are all in this one, so whatever it fetches has come by the next task.
  await new Promise((resolve) => setTimeout(resolve));
  await checkout.updateComplete;
}

const posing: Posing = {
  show,
  async inspect(views) {
    const findings = [];
    for (const view of views) {
      await show(view);
      findings.push(await audit());
    }
    return findings;
  },
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
Object.assign(globalThis, { posing });
