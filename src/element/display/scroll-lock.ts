/** Keeps the page behind a dialog from scrolling, and from moving sideways when its scrollbar goes. */
export class ScrollLock {
  // A sheet, and not the root's own style: there is nothing to put back that the page may have changed meanwhile.
  #sheet: CSSStyleSheet | null = null;

  lock(): void {
    // Where there are none the page scrolls behind the dialog, and that is all.
    if (this.#sheet || !('adoptedStyleSheets' in document)) return;
    const hasScrollbar = innerWidth > document.documentElement.clientWidth;
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(
      `:root { overflow: hidden !important; ${hasScrollbar ? 'scrollbar-gutter: stable !important' : ''} }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  release(): void {
    if (!this.#sheet) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#sheet = null;
  }
}
