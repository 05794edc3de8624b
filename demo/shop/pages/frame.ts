import type { DeviceSignals } from 'alipay-checkout/device';
import { html, type Html } from '../../support/html.ts';
import { type Language, LANGUAGES, WORDS } from '../words.ts';

/** What every page is made for. */
export interface View {
  readonly language: Language;
  readonly path: string;
  readonly panels: readonly Panel[];
  /** For the lab, which shows the page in a frame: the device that it shall take itself to be on. */
  readonly disguise?: DeviceSignals;
}

/** Where a simulated gateway is driven from. */
export interface Panel {
  readonly name: string;
  readonly url: string;
}

/** As strict as a shop can be: the widget needs no exception from it. */
const CONTENT_SECURITY_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
};

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

export interface Page {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
  /** What this page alone needs in its head. */
  readonly head?: Html;
  /** What this page alone has to allow. */
  readonly policy?: Partial<typeof CONTENT_SECURITY_POLICY>;
}

/** A page of the shop. */
export function page(view: View, { title, main, status = 200, head, policy }: Page): Response {
  const { language, path, panels, disguise } = view;
  const directives = { ...CONTENT_SECURITY_POLICY, ...(disguise && { 'frame-ancestors': "'self'" }), ...policy };
  const words = WORDS[language];
  const { text } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${words.house}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="stylesheet" href="/assets/tea-art.css" />
        ${disguise && disguised(disguise)} ${head}
        <script type="module" src="/assets/shop.js"></script>
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">${leaf} <span>${words.house}</span></a>
          <nav aria-label="Language · 语言">
            ${LANGUAGES.map(
              (one) =>
                html`<a
                  href="/language?to=${one}&amp;back=${encodeURIComponent(path)}"
                  lang="${one}"
                  ${one === language && html`aria-current="true"`}
                  >${LANGUAGE_NAMES[one]}</a
                >`,
            )}
          </nav>
        </header>
        <main>${main}</main>
        <footer>
          <span>${words.small}</span>
          <nav aria-label="${words.panels}">
            <a href="/admin">${words.backOffice}</a>
            <a href="/lab">${words.deviceLab}</a>
            <a href="/studio">${words.themeStudio}</a>
            ${panels.map(({ name, url }) => html`<a href="${url}">${name}</a>`)}
          </nav>
        </footer>
      </body>
    </html> `;
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Security-Policy': Object.entries(directives)
        .map((directive) => directive.join(' '))
        .join('; '),
      'Cache-Control': 'no-store',
      // The address of an order is the right to see it: it goes to no other site. ("no-referrer" would also take the
      // origin from the shop's own forms.)
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Not a module: it has to run before whatever asks what the device is. Links lead out of the frame. */
function disguised(signals: DeviceSignals): Html {
  return html`<base target="_blank" />
    <script src="/lab/assets/disguise.js" data-signals="${JSON.stringify(signals)}"></script>`;
}

const leaf = html`<svg class="leaf" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 20C4 10 10 4 21 3c0 11-6 17-14 15M4 20c2-6 6-9 10-11" />
</svg>`;
