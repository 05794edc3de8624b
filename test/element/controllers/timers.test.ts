import { expect } from '@open-wc/testing';
import { CountdownController } from '../../../src/element/controllers/countdown.ts';
import { TroubleController } from '../../../src/element/controllers/trouble.ts';
import { heldTimers } from './held-timers.ts';

let fixture: ReturnType<typeof heldTimers>;
beforeEach(() => (fixture = heldTimers()));
afterEach(() => fixture.restore());

describe('a countdown', () => {
  it('has one timer while time is running, and none after', () => {
    const { timers, host } = fixture;
    let endsAtMs: number | null = performance.now() + 10_000;
    const countdown = new CountdownController(host, () => endsAtMs);
    countdown.hostUpdated();
    countdown.hostUpdated();
    expect(timers.size).to.equal(1);
    endsAtMs = null;
    countdown.hostUpdated();
    expect(timers.size).to.equal(0);
    endsAtMs = performance.now() - 1;
    countdown.hostUpdated();
    expect(timers.size).to.equal(0);
  });

  it('leaves no timer when its host leaves the document', () => {
    const { timers, host } = fixture;
    const countdown = new CountdownController(host, () => performance.now() + 10_000);
    countdown.hostConnected();
    countdown.hostUpdated();
    countdown.hostDisconnected();
    expect(timers.size).to.equal(0);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(host.updates).to.equal(0);
  });

  it('redraws at the next full second', () => {
    const { timers, host } = fixture;
    const countdown = new CountdownController(host, () => performance.now() + 10_000);
    countdown.hostUpdated();
    const [timer] = timers.values();
    expect(timer!.delayMs).to.be.within(1, 1000);
    timer!.run();
    expect(host.updates).to.equal(1);
  });
});

describe('connection trouble', () => {
  it('is not spoken of before it has lasted', () => {
    const { timers, host } = fixture;
    const trouble = new TroubleController(host);
    trouble.watch('reconnecting');
    expect(trouble.trouble).to.equal(null);
    const [timer] = timers.values();
    expect(timer!.delayMs).to.equal(5000);
    timer!.run();
    expect(trouble.trouble).to.equal('reconnecting');
    expect(host.updates).to.equal(1);
    trouble.watch('offline');
    expect(trouble.trouble).to.equal('offline');
  });

  it('is forgotten when the connection is back', () => {
    const { timers, host } = fixture;
    const trouble = new TroubleController(host);
    trouble.watch('reconnecting');
    trouble.watch('polling');
    expect(timers.size).to.equal(0);
    trouble.watch('offline');
    expect(trouble.trouble).to.equal(null);
  });
});
