import type { DeviceSignals } from 'alipay-checkout/device';

/** Longer than any browser's. */
const MAX_LENGTH = 1_000;

const TYPES = {
  platform: 'string',
  maxTouchPoints: 'number',
  coarsePointer: 'boolean',
  anyPointer: 'boolean',
  hover: 'boolean',
  screenWidth: 'number',
  screenHeight: 'number',
} as const;

/** The signals that a page has sent, or undefined where they are none. Drops what a signal cannot be. */
export function parseSignals(body: unknown): DeviceSignals | undefined {
  if (!isRecord(body)) return undefined;
  const { userAgent, userAgentData } = body;
  if (typeof userAgent !== 'string' || userAgent.length > MAX_LENGTH) return undefined;
  const plain = Object.entries(TYPES).filter(([name, type]) => typeof body[name] === type);
  return {
    userAgent,
    ...Object.fromEntries(plain.map(([name]) => [name, body[name]])),
    ...(isRecord(userAgentData) && { userAgentData: parseHints(userAgentData) }),
  };
}

function parseHints({ platform, mobile }: Record<string, unknown>): DeviceSignals['userAgentData'] {
  return { ...(typeof platform === 'string' && { platform }), ...(typeof mobile === 'boolean' && { mobile }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
