import { page, type View } from '../../shop/pages/frame.ts';
import { html } from '../../support/html.ts';

/**
 * A shop of a single page, whose orders are told apart by the hash alone: `#/orders/{order}`. It says nothing of any order,
 * and so may be kept: browsers leave pages that must not be stored out of their back/forward cache.
 */
export function singlePage(view: View): Response {
  const main = html`<div class="lab" lang="en">
    <h1>A shop of a single page</h1>
    <p class="lead">The order is known by what follows the # in the address.</p>
    <section class="route">
      <form method="post" action="${view.path}" target="_self"><button>Order here</button></form>
    </section>
  </div>`;
  const head = html`<link rel="stylesheet" href="/lab/assets/lab.css" />
    <script type="module" src="/lab/assets/single-page.js"></script>`;
  const response = page(view, { title: 'Single page', main, head });
  response.headers.set('Cache-Control', 'no-cache');
  return response;
}
