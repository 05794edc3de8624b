// Every state on one sheet. Bundled and photographed by `photograph.ts`, which says how.
import { pose, PosedCheckout } from '../../support/posed-checkout.ts';
import { checkoutStates } from '../../support/checkout-states.ts';

const {
  locale = 'en',
  theme = 'light',
  dir = 'ltr',
  width = '340',
  only = '',
} = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
document.documentElement.dir = dir;
document.body.style.cssText =
  `margin:0;padding:16px;display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;` +
  `background:${theme === 'dark' ? '#0b0d11' : '#e9ecf2'}`;

for (const [name, look] of Object.entries(checkoutStates)) {
  if (only && !name.includes(only)) continue;
  const figure = document.createElement('figure');
  figure.style.cssText = `margin:0;inline-size:${width}px`;
  const caption = Object.assign(document.createElement('figcaption'), { textContent: name });
  caption.style.cssText = `font:11px sans-serif;color:#7a8494;padding:0 0 4px`;
  const checkout = new PosedCheckout();
  checkout.style.maxInlineSize = 'none';
  Object.assign(checkout, {
    endpoint: '/alipay',
    orderId: 'A-1001',
    theme,
    locale,
    presentation: look.presentation ?? 'qr',
    wallets: name.includes('choosing'),
  });
  figure.append(caption);
  document.body.append(figure);
  await pose(checkout, figure, look);
}
document.body.dataset['posed'] = '';
