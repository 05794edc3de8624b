/** One tab of a browser of any engine. */
export interface EngineTab {
  goTo(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** As the browser's own button does. Answers before the page before is there. */
  goBack(): Promise<unknown>;
  url(): Promise<string>;
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks a part of the widget, as a shopper does. */
  click(part: string): Promise<void>;
  /** A PNG of what is on the screen. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A browser with a profile of its own, in which there is nothing yet. */
export interface EngineBrowser {
  newTab(): Promise<EngineTab>;
  close(): Promise<void>;
}

/** The part of the widget that a selector of its own cannot reach from the document. */
export const partOf = (part: string): string =>
  `document.querySelector('alipay-checkout').shadowRoot.querySelector('[part~="${part}"]')`;

export interface LaunchOptions {
  /** False: pages may keep nothing. */
  readonly storage?: boolean;
}

/** Makes a page one whose browser is told to block what sites keep. */
export const WITHOUT_STORAGE = `for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
}`;
