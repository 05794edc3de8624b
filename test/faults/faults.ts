import { BROWSER_FAULTS } from './browser-faults.ts';
import { CREATE_FAULTS } from './create-faults.ts';
import type { Fault } from './fault.ts';
import { NETWORK_FAULTS } from './network-faults.ts';

/** The rows of the matrix. */
export const FAULTS: readonly Fault[] = [...NETWORK_FAULTS, ...CREATE_FAULTS, ...BROWSER_FAULTS];
