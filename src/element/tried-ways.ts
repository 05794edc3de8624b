import type { Rung } from '../device/ways.ts';

const NAME = 'alipay-checkout-tried';

/**
 * The ways that have been tried for one payment, also before a reload: links may be good for one use, and the next tap
 * takes another.
 */
export class TriedWays {
  #paymentId = '';
  #rungs: readonly Rung[] = [];

  of(paymentId: string): readonly Rung[] {
    if (paymentId !== this.#paymentId) {
      const [id, ...rungs] = read();
      this.#paymentId = paymentId;
      this.#rungs = id === paymentId ? (rungs as Rung[]) : [];
    }
    return this.#rungs;
  }

  add(paymentId: string, ...rungs: readonly Rung[]): void {
    this.#rungs = [...this.of(paymentId), ...rungs];
    write([paymentId, ...this.#rungs]);
  }
}

// Storage may be blocked. Then they are known until the page is left.
function read(): readonly string[] {
  try {
    return localStorage.getItem(NAME)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

function write(words: readonly string[]): void {
  try {
    localStorage.setItem(NAME, words.join(' '));
  } catch {
    // As above.
  }
}
