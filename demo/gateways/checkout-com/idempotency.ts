import type { Storage } from '../support/storage.ts';

interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  readonly untilMs: number;
}

const LIFETIME_MS = 24 * 3_600_000;

/**
 * Answers a repeated call as the first. Checkout.com docs, Idempotency: successes are replayed for 24 hours, failures
 * are tried again, and while the first is under way a second is refused. What it says is not compared.
 */
export class IdempotentAnswers {
  readonly #answers = new Map<string, StoredAnswer>();
  readonly #underWay = new Set<string>();
  readonly #storage: Storage;
  readonly #now: () => number;

  constructor(storage: Storage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
    for (const { key, answer } of storage.load<{ key: string; answer: StoredAnswer }>('answer')) {
      this.#answers.set(key, answer);
    }
  }

  async answer(key: string, perform: () => Promise<Response>): Promise<Response> {
    const stored = this.#answers.get(key);
    if (stored && this.#now() < stored.untilMs) {
      const { status, body, contentType } = stored;
      return new Response(body, { status, headers: { 'Content-Type': contentType } });
    }
    if (this.#underWay.has(key)) return new Response(null, { status: 409 });
    this.#underWay.add(key);
    try {
      const response = await perform();
      if (response.ok) await this.#store(key, response.clone());
      return response;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #store(key: string, response: Response): Promise<void> {
    const answer = {
      status: response.status,
      body: await response.text(),
      contentType: response.headers.get('content-type') ?? '',
      untilMs: this.#now() + LIFETIME_MS,
    };
    this.#answers.set(key, answer);
    this.#storage.save('answer', key, { key, answer });
  }
}
