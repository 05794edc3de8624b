import type { Page } from 'playwright-core';

const MOST_TABS = 30;

/** A person who has no mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** What has the focus, as a screen reader would name it, through all shadow roots. Empty where nothing has. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return '';
      const slotted = [...element.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
      const label = slotted.map(({ textContent }) => textContent).join('');
      return (element.ariaLabel || element.innerText || label).replace(/\s+/g, ' ').trim();
    });
  }

  /** Presses Tab until the focus is on what has this name. @throws where it never comes there. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    while (passed.length < MOST_TABS) {
      await this.press('Tab');
      passed.push(await this.focused());
      if (passed.at(-1) === name) return;
    }
    throw new Error(`Tab never came to "${name}", but to ${passed.join(', ')}`);
  }

  /** Goes to a control and presses Enter. */
  async use(name: string): Promise<void> {
    if ((await this.focused()) !== name) await this.tabTo(name);
    await this.press('Enter');
  }
}
