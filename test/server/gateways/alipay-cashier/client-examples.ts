import type { Examples } from './client-examples/example.ts';
import { MERCHANTS } from './client-examples/merchants.ts';
import { PAYMENTS } from './client-examples/payments.ts';
import { REFUNDS } from './client-examples/refunds.ts';

export const EXAMPLES: Examples = { ...PAYMENTS, ...REFUNDS, ...MERCHANTS };
