// Keeps the list in step with the gateway. Replaced only where it has changed, and never under the pointer's hand.
const live = document.getElementById('live');
let shown = live.innerHTML;

async function refresh() {
  if (document.hidden || live.contains(document.activeElement)) return;
  const response = await fetch('/panel');
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('live');
  if (fresh.innerHTML === shown) return;
  shown = fresh.innerHTML;
  const open = [...live.querySelectorAll('details[open]')].map((details) => details.closest('article').dataset.payment);
  live.replaceChildren(...fresh.childNodes);
  for (const article of live.querySelectorAll('article[data-payment]')) {
    article.querySelector('details').open = open.includes(article.dataset.payment);
  }
}

setInterval(() => refresh().catch(() => undefined), 1000);
