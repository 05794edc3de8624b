import { startWebKitDriver } from '../../../scripts/other-browsers.ts';
import { type EngineBrowser, type EngineTab, type LaunchOptions, partOf, WITHOUT_STORAGE } from './engine-tab.ts';
import { WebDriverSession } from './web-driver.ts';

/** WebKitGTK's own small browser. Of Safari it has the engine, not the system around it. */
export async function launchWebKit(binary: string, { storage = true }: LaunchOptions): Promise<EngineBrowser> {
  const driver = await startWebKitDriver(binary);
  try {
    const session = await WebDriverSession.open(driver.url, driver.capabilities);
    // Kept open beside all others, since a session ends with its last tab.
    const first = await session.get<string>('/window');
    return {
      async newTab() {
        // Opened from another, which has to be there still.
        await session.post('/window', { handle: first });
        // A tab behind another draws nothing.
        const { handle } = await session.post<{ readonly handle: string }>('/window/new', { type: 'window' });
        await session.post('/window', { handle });
        await session.post('/window/rect', { width: 1000, height: 950 });
        return tabOf(session, handle, storage);
      },
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

/** Nothing may be asked of two tabs at once: all that is asked goes to the tab that was turned to last. */
function tabOf(session: WebDriverSession, handle: string, storage: boolean): EngineTab {
  const turn = (): Promise<unknown> => session.post('/window', { handle });
  // The driver runs nothing before a page's own scripts do.
  const arrive = (): Promise<unknown> =>
    storage ? Promise.resolve() : session.evaluate(`(() => {${WITHOUT_STORAGE}})()`);
  return {
    async goTo(url) {
      await turn();
      await session.post('/url', { url });
      await arrive();
    },
    async reload() {
      await turn();
      await session.post('/refresh');
      await arrive();
    },
    async goBack() {
      await turn();
      await session.evaluate('void setTimeout(() => history.back())');
    },
    async url() {
      await turn();
      return session.get('/url');
    },
    async evaluate(expression) {
      await turn();
      return session.evaluate(expression);
    },
    async click(part) {
      await turn();
      await session.click(partOf(part));
    },
    async screenshot() {
      await turn();
      return Buffer.from(await session.get<string>('/screenshot'), 'base64');
    },
    async close() {
      await turn();
      await session.delete('/window');
    },
  };
}
