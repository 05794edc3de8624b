import { type DeviceBasics, detectBasics } from './basics.ts';
import { type ContainerClass, type ContainerRule, detectContainer } from './containers.ts';
import { type DeviceSignals, readDeviceSignals } from './signals.ts';
import type { System } from './surface.ts';

/** What the shopper's surface is. A default and not a verdict: a page that knows better says so by attribute. */
export interface Device extends DeviceBasics {
  /** The program that shows the page: `browser`, `webview` where it does not give its name, or the id of its rule. */
  readonly container: string;
  readonly containerClass: ContainerClass;
  /** Whether a link may leave this page for the wallet's app. `maybe`: it may be refused without a word. */
  readonly canOpenApp: boolean | 'maybe';
}

export interface DetectDeviceOptions {
  /** Wallets and apps that we do not know, or know otherwise: asked before `CONTAINERS`. Default: none. */
  readonly containers?: readonly ContainerRule[];
}

/**
 * What the device is, from its signals. Pure with `signals`; without them it reads the device that it runs on. Never
 * throws: a device that says nothing is a desktop.
 */
export function detectDevice(
  signals: DeviceSignals = readDeviceSignals(globalThis),
  { containers = [] }: DetectDeviceOptions = {},
): Device {
  const basics = detectBasics(signals);
  const { system } = basics;
  const [container, containerClass] = detectContainer(signals.userAgent, system, containers);
  const confined = !!system && (container === 'wechat' || container === 'wxwork');
  const canOpenApp = !confined && canFollow(system, containerClass);
  return { ...basics, confined, container, containerClass, canOpenApp };
}

/** Whether links that leave for an app are followed. */
function canFollow(system: System | undefined, containerClass: ContainerClass): boolean | 'maybe' {
  // Inside a wallet the shopper is there already.
  if (!system || containerClass === 'wallet') return false;
  // HarmonyOS follows a link on a tap and ignores many others.
  return containerClass !== 'browser' || system === 'HARMONY' ? 'maybe' : true;
}
