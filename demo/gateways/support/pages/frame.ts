import { html, type Html } from '../../../support/html.ts';

export interface PageOptions {
  readonly title: string;
  readonly stylesheet: string;
  readonly script?: string;
  readonly status?: number;
}

/** A page of the sandbox. Nothing in it comes from elsewhere, and nothing of it may be framed. */
export function page({ title, stylesheet, script, status = 200 }: PageOptions, main: Html): Response {
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/${stylesheet}" />
        ${script && html`<script type="module" src="/assets/${script}"></script>`}
      </head>
      <body>
        ${main}
      </body>
    </html> `;
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** After a form: go there with a GET. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
