import { findFirefox, findWebKit } from '../../../scripts/other-browsers.ts';
import { launchChromium, launchFirefox } from './engine-puppeteer.ts';
import type { EngineBrowser, LaunchOptions } from './engine-tab.ts';
import { launchWebKit } from './engine-webkit.ts';

export interface Engine {
  readonly name: string;
  /** Why it cannot be run here. False where it can. */
  readonly missing: string | false;
  readonly launch: (options?: LaunchOptions) => Promise<EngineBrowser>;
}

const firefox = findFirefox();
const webKit = findWebKit();

/** Those beside Chromium. On Debian: `apt-get install firefox-esr webkit2gtk-driver xvfb`. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'Firefox',
    missing: !firefox && 'there is no Firefox here; FIREFOX_PATH may say where it is',
    launch: (options = {}) => launchFirefox(firefox!, options),
  },
  {
    name: 'WebKit',
    missing: !webKit && 'there is no WebKitGTK here with its driver and a screen',
    launch: (options = {}) => launchWebKit(webKit!, options),
  },
];

export const ALL_ENGINES: readonly Engine[] = [
  { name: 'Chromium', missing: false, launch: (options = {}) => launchChromium(options) },
  ...ENGINES,
];
