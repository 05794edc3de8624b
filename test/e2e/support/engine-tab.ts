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

/** The part of the widget that a selector of its own cannot reach from the document. */
export const partOf = (part: string): string =>
  `document.querySelector('alipay-checkout').shadowRoot.querySelector('[part~="${part}"]')`;
