import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browserEnvironment } from '../../src/session/environment.ts';

const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

/** Puts a storage, or one that a browser refuses, in the place of the platform's. */
function provide(get: () => Partial<Storage>): void {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get });
}

describe('the storage of a browser', () => {
  afterEach(() => {
    if (original) Object.defineProperty(globalThis, 'localStorage', original);
    else delete (globalThis as { localStorage?: unknown }).localStorage;
  });

  it('is read when it is used, not before', () => {
    provide(() => assert.fail('too early'));
    browserEnvironment();
  });

  it('remembers for this page where the browser blocks it', () => {
    provide(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const { storage } = browserEnvironment();
    assert.equal(storage.get('a'), null);
    storage.set('a', '1');
    assert.equal(storage.get('a'), '1');
    storage.remove('a');
    assert.equal(storage.get('a'), null);
  });

  it('answers the newest value, also where it has become full, and is read again where it has not', () => {
    const items = new Map<string, string>();
    let full = false;
    provide(() => ({
      getItem: (key) => items.get(key) ?? null,
      setItem(key, value) {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        items.set(key, value);
      },
      removeItem: (key) => void items.delete(key),
    }));
    const { storage } = browserEnvironment();
    storage.set('a', '1');
    full = true;
    storage.set('a', '2');
    assert.equal(storage.get('a'), '2');
    full = false;
    storage.set('a', '3');
    items.set('a', 'another tab’s');
    assert.equal(storage.get('a'), 'another tab’s');
  });
});

describe('the life of a page', () => {
  it('is quiet where there is no page, as on a server', () => {
    const { lifecycle } = browserEnvironment();
    assert.deepEqual([lifecycle.isVisible(), lifecycle.isOnline()], [true, true]);
    lifecycle.subscribe(() => assert.fail('nothing can happen'))();
  });
});
