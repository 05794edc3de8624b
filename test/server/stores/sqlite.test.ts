import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { sqliteStore } from '../../../src/server/stores/sqlite.ts';
import { describeStore } from '../../support/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'alipay-checkout-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

describeStore('sqliteStore', () => sqliteStore(newFile()));
