import type { OperatingSystem, Terminal } from '../protocol/payment.ts';
import { type ContainerClass, type ContainerRule, detectContainer } from './containers.ts';
import { type DeviceSignals, readDeviceSignals } from './signals.ts';
import { detectSurface, type FormFactor, type System } from './surface.ts';

/** What the shopper's surface is. A default and not a verdict: a page that knows better says so by attribute. */
export interface Device {
  /** `MINI_APP` inside a mini program of Alipay's. Never `APP`: only a merchant's own app knows that it is one. */
  readonly terminal: Terminal;
  /** In the gateways' words, which have none for HarmonyOS: it is `ANDROID` here. Undefined where terminal is `WEB`. */
  readonly os: OperatingSystem | undefined;
  /** What the device itself runs on, with HarmonyOS apart. Undefined with `os`. */
  readonly system: System | undefined;
  /** `other`: a console, a car, a headset. `bot`: nobody looks, as in a browser without a window: move nothing. */
  readonly formFactor: FormFactor;
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
  const { system, formFactor } = detectSurface(signals);
  const [container, containerClass] = detectContainer(signals.userAgent, system, containers);
  return {
    terminal: !system ? 'WEB' : container === 'alipay-mini' ? 'MINI_APP' : 'WAP',
    os: system === 'HARMONY' ? 'ANDROID' : system,
    system,
    formFactor,
    container,
    containerClass,
    canOpenApp: canOpenApp(system, container, containerClass),
  };
}

function canOpenApp(system: System | undefined, container: string, containerClass: ContainerClass) {
  // Inside a wallet the shopper is there already, and WeChat opens no other.
  if (!system || containerClass === 'wallet' || container === 'wechat' || container === 'wxwork') return false;
  // HarmonyOS follows a link on a tap and ignores many others.
  return containerClass !== 'browser' || system === 'HARMONY' ? 'maybe' : true;
}
