import { expect, fixture, html } from '@open-wc/testing';
import { aState } from '../support/checkout-states.ts';
import { pose, PosedCheckout } from '../support/posed-checkout.ts';
import { waitUntil } from '../support/wait-until.ts';

const ADDRESS = 'https://qr.alipay.example/bax0123';

async function posed(data = ADDRESS) {
  const checkout = Object.assign(new PosedCheckout(), { endpoint: '/alipay', orderId: 'A-1001', presentation: 'qr' });
  const into = await fixture(html`<div lang="en"></div>`);
  await pose(checkout, into, { state: () => aState('awaiting', { action: { qrCode: { data } } }) });
  await checkout.updateComplete;
  const find = <E extends Element>(selector: string) => checkout.shadowRoot!.querySelector<E>(`#help ${selector}`);
  const note = () => checkout.shadowRoot!.querySelector('[part=note]')!.textContent.trim();
  return { checkout, find, note };
}

/** Runs `act` where the page may write to the clipboard by `write`. */
async function withClipboard(write: (text: string) => Promise<void>, act: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
  }
}

describe('the address in a code', () => {
  it('can be copied beside the help, for those who cannot aim a camera', async () => {
    const { find, note } = await posed();
    const copied: string[] = [];
    await withClipboard(
      (text) => Promise.resolve(void copied.push(text)),
      async () => {
        find<HTMLElement>('button')!.click();
        await waitUntil(() => note() === 'Link copied', 'nothing was said');
      },
    );
    expect(copied).to.deep.equal([ADDRESS]);
    expect(find('button')!.textContent.trim()).to.equal('Link copied');
  });

  it('can be selected where the page may not copy', async () => {
    const { find } = await posed();
    await withClipboard(
      () => Promise.reject(new Error('not allowed')),
      async () => {
        find<HTMLElement>('button')!.click();
        await waitUntil(() => find('input') !== null, 'there is nothing to select');
      },
    );
    const field = find<HTMLInputElement>('input')!;
    field.dispatchEvent(new FocusEvent('focus'));
    expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).to.equal(ADDRESS);
  });

  it('is offered anew with each code', async () => {
    const { checkout, find } = await posed();
    await withClipboard(
      () => Promise.resolve(),
      async () => {
        find<HTMLElement>('button')!.click();
        await waitUntil(() => find('button')!.textContent.trim() === 'Link copied', 'never copied');
      },
    );
    checkout.session.become(aState('awaiting', { action: { qrCode: { data: `${ADDRESS}4` } } }));
    await checkout.updateComplete;
    expect(find('button')!.textContent.trim()).to.equal('Copy link');
  });

  for (const data of ['https://user:secret@shop.example/', 'javascript:alert(1)', '281012345678901234']) {
    it(`is not offered where a browser should not open it: ${data}`, async () => {
      const { find } = await posed(data);
      expect(find('button')).to.equal(null);
    });
  }
});
