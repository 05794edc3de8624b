import { startWebKitDriver } from '../../../scripts/other-browsers.ts';
import { type EngineTab, partOf } from './engine-tab.ts';
import { WebDriverSession } from './web-driver.ts';

/** WebKitGTK's own small browser. Of Safari it has the engine, not the system around it. */
export async function launchWebKit(binary: string): Promise<EngineTab> {
  const driver = await startWebKitDriver(binary);
  try {
    const session = await WebDriverSession.open(driver.url, driver.capabilities);
    await session.post('/window/rect', { width: 1000, height: 950 });
    return {
      goTo: (url) => session.post('/url', { url }),
      url: () => session.get('/url'),
      evaluate: (expression) => session.evaluate(expression),
      click: (part) => session.click(partOf(part)),
      screenshot: async () => Buffer.from(await session.get<string>('/screenshot'), 'base64'),
      async close() {
        await session.close();
        driver.stop();
      },
    };
  } catch (error) {
    driver.stop();
    throw error;
  }
}
