import { expect } from '@open-wc/testing';
import { PartController } from '../../../src/element/controllers/part.ts';
import { languages } from '../../../src/element/locales/languages.ts';
import { heldTimers } from './held-timers.ts';

const { en, 'zh-Hans': zh } = languages as Required<typeof languages>;

describe('a part', () => {
  let held: ReturnType<typeof heldTimers>;
  beforeEach(() => (held = heldTimers()));
  afterEach(() => held.restore());

  /** A part that cannot be fetched the first few times, and how often it has been asked for. */
  function setup(failures = 0) {
    let asked = 0;
    const part = new PartController(held.host, (language) => {
      asked += 1;
      return asked > failures ? Promise.resolve(language) : Promise.reject(new Error('no network'));
    });
    return { part, asked: () => asked };
  }

  it('is fetched once, whatever asks for it', async () => {
    const { part, asked } = setup();
    part.load(en!);
    part.load(en!);
    await part.fetching;
    part.load(en!);
    expect(asked()).to.equal(1);
    expect(part.value).to.equal(en);
  });

  it('is fetched again for another language', async () => {
    const { part } = setup();
    part.load(en!);
    await part.fetching;
    part.load(zh!);
    await part.fetching;
    expect(part.value).to.equal(zh);
  });

  it('has its host ask again after pauses that grow', async () => {
    const { part, asked } = setup(3);
    const pauses: number[] = [];
    for (let tries = 1; tries <= 3; tries += 1) {
      part.load(en!);
      await part.fetching;
      expect(part.failed).to.equal(true);
      part.load(en!);
      expect(asked(), 'not before the pause is over').to.equal(tries);
      const [[id, { run, delayMs }]] = [...held.timers] as [[number, { run: () => void; delayMs: number }]];
      held.timers.delete(id);
      pauses.push(delayMs);
      run();
    }
    expect(pauses).to.deep.equal([1_000, 3_000, 10_000]);
    part.load(en!);
    await part.fetching;
    expect(part.value).to.equal(en);
    expect(part.failed).to.equal(false);
  });

  it('may be asked for at once by the shopper', async () => {
    const { part, asked } = setup(1);
    part.load(en!);
    await part.fetching;
    part.retry();
    expect(held.timers.size).to.equal(0);
    part.load(en!);
    await part.fetching;
    expect(asked()).to.equal(2);
    expect(part.value).to.equal(en);
  });

  it('leaves no timer when its host leaves the document', async () => {
    const { part } = setup(1);
    part.load(en!);
    await part.fetching;
    part.hostDisconnected();
    expect(held.timers.size).to.equal(0);
  });
});
