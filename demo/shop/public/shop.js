// The steps of a quantity, shown only where they work.
for (const button of document.querySelectorAll('[data-step]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const input = button.parentElement.querySelector('input');
    if (button.dataset.step === '1') input.stepUp();
    else input.stepDown();
  });
}

// What the shop does when the widget tells of its payment. The shop's own records come from the kit, never from here.
const order = document.querySelector('.checkout');

/** @param {'paid' | 'received'} status */
function show(status) {
  order.dataset.status = status;
  for (const news of order.querySelectorAll('[data-news]')) news.hidden = news.dataset.news !== status;
}

order?.addEventListener('alipay-processing', () => show('received'));
order?.addEventListener('alipay-success', () => show('paid'));
