import { memoryStore } from '../../../src/server/stores/memory.ts';
import { describeStore } from '../../support/store-contract.ts';

describeStore('memoryStore', memoryStore);
