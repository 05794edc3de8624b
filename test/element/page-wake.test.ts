import { expect } from '@open-wc/testing';
import { onPageWake } from '../../src/session/page-wake.ts';

describe('a page that wakes', () => {
  it('says so when it is online again or looked at again, until nobody listens', () => {
    let wakes = 0;
    const stop = onPageWake(() => wakes++);
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(wakes).to.equal(document.hidden ? 1 : 2);
    stop();
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(wakes).to.equal(document.hidden ? 1 : 2);
  });
});
