import { findFirefox, findWebKit } from '../../../scripts/other-browsers.ts';
import { launchFirefox } from './engine-firefox.ts';
import { launchWebKit } from './engine-webkit.ts';

/** The one tab of a browser that Playwright cannot drive as it is installed. */
export interface EngineTab {
  goTo(url: string): Promise<unknown>;
  url(): Promise<string>;
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks a part of the widget, as a shopper does. */
  click(part: string): Promise<void>;
  /** A PNG of what is on the screen. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** Why it cannot be run here. False where it can. */
  readonly missing: string | false;
  readonly launch: () => Promise<EngineTab>;
}

/** The part of the widget that a selector of its own cannot reach from the document. */
export const partOf = (part: string): string =>
  `document.querySelector('alipay-checkout').shadowRoot.querySelector('[part~="${part}"]')`;

const firefox = findFirefox();
const webKit = findWebKit();

/** Those beside Chromium. On Debian: `apt-get install firefox-esr webkit2gtk-driver xvfb`. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'Firefox',
    missing: !firefox && 'there is no Firefox here; FIREFOX_PATH may say where it is',
    launch: () => launchFirefox(firefox!),
  },
  {
    name: 'WebKit',
    missing: !webKit && 'there is no WebKitGTK here with its driver and a screen',
    launch: () => launchWebKit(webKit!),
  },
];
