import { page, type View } from '../../shop/pages/frame.ts';
import { html, type Html } from '../../support/html.ts';
import { GROUPS, type LabDevice } from '../devices.ts';

/** For developers, and in their language as the back office is. */
export function labPage(view: View): Response {
  const main = html`<div class="lab" lang="en">
    <h1>Device lab</h1>
    <p class="lead">
      Nobody asks a shopper what they hold in their hands: <code>detectDevice</code> finds out, and so the widget knows
      whether to show a code, to leave for the wallet, or to offer both.
    </p>
    <section class="finding" aria-labelledby="finding" hidden>
      <header>
        <h2 id="finding">Your device</h2>
        <button type="button" class="mine" hidden>Back to your device</button>
      </header>
      <dl class="answer" aria-live="polite"></dl>
      <h3>Why</h3>
      <ul class="evidence"></ul>
      <p class="user-agent" aria-label="The user agent"></p>
      <details>
        <summary>Every signal, and the answer without it</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>Signal</th>
                <th>As read</th>
                <th>Without this one</th>
              </tr>
            </thead>
            <tbody></tbody>
          </table>
        </div>
      </details>
      <form class="paste">
        <label for="user-agent">Ask about another user agent</label>
        <div>
          <input
            id="user-agent"
            name="userAgent"
            maxlength="1000"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            placeholder="Mozilla/5.0 …"
          />
          <button>Ask</button>
        </div>
      </form>
    </section>
    <section aria-labelledby="others">
      <header>
        <h2 id="others">The shop as others see it</h2>
        <button type="button" class="pay-all" hidden>Pay on all of them</button>
      </header>
      <p class="lead">
        Each frame is an order of its own, on a page that takes itself to be on that device. Whatever would leave the
        page is held back, and said below the frame. Outside of a frame it leaves, and comes back: on an
        <a href="/lab/iphone/single-page">iPhone</a> or on <a href="/lab/windows/single-page">Windows</a>.
      </p>
      ${GROUPS.map(
        ({ name, devices }) =>
          html`<h3>${name}</h3>
            <div class="devices">${devices.map(deviceView)}</div>`,
      )}
    </section>
  </div>`;
  const head = html`<link rel="stylesheet" href="/lab/assets/lab.css" />
    <script type="module" src="/lab/assets/lab.js"></script>`;
  return page(view, { title: 'Device lab', main, head, policy: { 'frame-src': "'self'" } });
}

function deviceView({ id, name, note, size, signals }: LabDevice): Html {
  return html`<figure class="device ${size}" id="${id}" data-signals="${JSON.stringify(signals)}">
    <figcaption>
      <b>${name}</b> <small>${note}</small>
      <button type="button" class="why" aria-label="Why: ${name}" hidden>Why</button>
    </figcaption>
    <div class="screen">
      <form method="post" action="/lab/${id}/orders" target="${id}"><button>Order here</button></form>
      <iframe name="${id}" title="The shop as ${name} shows it" hidden></iframe>
    </div>
    <p class="heard" role="status"></p>
  </figure>`;
}
