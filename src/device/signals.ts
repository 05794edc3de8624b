/** Everything about a device that the choice of presentation may rest on, as plain data. */
export interface DeviceSignals {
  readonly userAgent: string;
  /** `navigator.platform`: frozen everywhere, and truer than the user agent where a phone asks for desktop sites. */
  readonly platform?: string;
  readonly maxTouchPoints?: number;
  /** The low-entropy client hints. Chromium in a secure context only. */
  readonly userAgentData?: {
    readonly platform?: string;
    readonly mobile?: boolean;
    readonly brands?: readonly { readonly brand: string; readonly version: string }[];
  };
  /** `(pointer: coarse)`: the main pointer is a finger. */
  readonly coarsePointer?: boolean;
  /** `(any-pointer: fine)`: a mouse or a trackpad is there too. */
  readonly anyPointer?: boolean;
  /** `(hover: hover)`. */
  readonly hover?: boolean;
  /** In CSS pixels, of the screen: the window's size says nothing about the device. */
  readonly screenWidth?: number;
  readonly screenHeight?: number;
}

type Surroundings = Partial<Pick<typeof globalThis, 'navigator' | 'matchMedia' | 'screen'>>;

/**
 * Reads the signals of the device that this code runs on: the one reader of `navigator`. Where there is none, as on a
 * server, the user agent is empty.
 */
export function readDeviceSignals({ navigator, matchMedia, screen }: Surroundings): DeviceSignals {
  // Where there is a `navigator` without a `userAgent`, as in some runtimes, there is no browser either.
  if (!navigator?.userAgent) return { userAgent: '' };
  const { userAgent, platform, maxTouchPoints } = navigator;
  const { userAgentData } = navigator as Navigator & Pick<DeviceSignals, 'userAgentData'>;
  const matches = (query: string) => matchMedia?.(query).matches;
  return {
    userAgent,
    platform,
    maxTouchPoints,
    userAgentData,
    coarsePointer: matches('(pointer: coarse)'),
    anyPointer: matches('(any-pointer: fine)'),
    hover: matches('(hover: hover)'),
    screenWidth: screen?.width,
    screenHeight: screen?.height,
  };
}
