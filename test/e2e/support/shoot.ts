/** `node test/e2e/support/shoot.ts FOLDER [SETTING …]`: pictures of every state of the demo. For looking, not for asserting. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_ARGUMENTS, findBrowser } from '../../../scripts/browser.ts';
import { Demo } from './demo.ts';
import { walkGateways } from './gateway-screens.ts';
import { OTHER_GATEWAYS } from './gateways.ts';
import { SETTINGS, type Shoot, walk } from './screens.ts';
import { openShopper } from './shopper.ts';

const [folder = 'test/.artifacts', ...only] = process.argv.slice(2);

const demo = await Demo.start(OTHER_GATEWAYS);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_ARGUMENTS] });
try {
  for (const [name, setting] of Object.entries(SETTINGS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const context = await browser.newContext(setting.context);
    await mkdir(join(folder, name), { recursive: true });
    const shopper = await openShopper(context, demo);
    const shoot: Shoot = async (state, page) => {
      // Where an animation ends, not where it happens to be.
      await page.screenshot({ path: join(folder, name, `${state}.png`), animations: 'disabled', fullPage: true });
    };
    await walk(demo, shopper, setting, shoot);
    await walkGateways(demo, shopper, setting, shoot);
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
