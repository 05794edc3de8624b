import '/cdn/alipay-checkout.js';

// What follows the order is not the shop's: the wallet may have added it.
const ROUTE = /^#\/orders\/([\w-]+)/;

const view = document.querySelector('.route');
const [front] = view.children;

function show() {
  const [, orderId] = ROUTE.exec(location.hash) ?? [];
  if (!orderId) return view.replaceChildren(front);
  const widget = document.createElement('alipay-checkout');
  widget.setAttribute('endpoint', '/alipay');
  widget.setAttribute('order-id', orderId);
  view.replaceChildren(widget);
}

addEventListener('hashchange', show);
show();
