import { html } from '../../support/html.ts';
import { WORDS } from '../words.ts';
import { page, type View } from './frame.ts';

export function notFoundPage(view: View): Response {
  const words = WORDS[view.language];
  const main = html`<div class="news">
    <h1>${words.notFound}</h1>
    <p><a href="/">${words.another}</a></p>
  </div>`;
  return page(view, { title: words.notFound, main, status: 404 });
}
