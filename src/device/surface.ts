import type { DeviceSignals } from './signals.ts';

export type FormFactor = 'desktop' | 'phone' | 'tablet' | 'tv' | 'bot' | 'other';

/** A system that wallets run on. `HARMONY` is HarmonyOS without Android inside: NEXT, 5 and later. */
export type System = 'IOS' | 'ANDROID' | 'HARMONY';

/** What the page is shown on, whatever program shows it. */
export interface Surface {
  readonly formFactor: FormFactor;
  /** Undefined where no wallet is. */
  readonly system?: System;
}

type Says = (pattern: RegExp) => boolean;

// Cubot makes phones.
const BOT = /(^|[^u]|[^c]u)bot\b|crawl|spider|headless|lighthouse|preview|synthetic|ptst\/|gtmetrix/i;

// No browser carries an address, and since Internet Explorer none has called itself compatible.
const BOT_BY_HABIT = /https?:\/\/|compatible;(?! MSIE)/;

// Fire TVs are AFT and a letter. An app for television on a phone says that it is on a phone.
const TV = /TV(B|\b(?!-[ai]phone))|NetCast|Web0S|BRAVIA|\bAFT[A-Z]|CrKey|Chromecast|Viera|M[iI](BOX|TV)/;

// Consoles, cars, headsets, e-readers, and smart displays: Amazon's are AEO and two letters.
const OTHER =
  /PlayStation|Nintendo|Xbox|QtCar|Tesla\/|Automotive|OculusBrowser|Mobile VR|VR Safari|Kindle\/\d|; AEO[A-Z]{2}\b/;

// Several of them say Android, and Windows Phone says iPhone as well. KaiOS and Firefox OS begin with Mobile.
const OLD_PHONE = /Windows Phone|like Android|Tizen|Symbian|BlackBerry[;\d]|\(BB10|\((Mobile|Tablet);(?! ?OpenHarmony)/;

/** What has no wallet, whichever system it names as well. The first that matches counts. */
const WITHOUT_WALLET: readonly (readonly [FormFactor, RegExp])[] = [
  ['bot', BOT],
  ['bot', BOT_BY_HABIT],
  ['tv', TV],
  ['other', OTHER],
  ['desktop', /CrOS|\(PC; ?OpenHarmony/],
  ['phone', OLD_PHONE],
];

/** What the page is shown on. Pure. */
export function detectSurface(signals: DeviceSignals): Surface {
  const says: Says = (pattern) => pattern.test(signals.userAgent);
  const known = WITHOUT_WALLET.find(([, pattern]) => says(pattern));
  if (known) return { formFactor: known[0] };

  const system = detectSystem(says, signals);
  // Every browser since 1996 has called itself Mozilla, or Opera: what does not is a program.
  if (!system) return { formFactor: says(/^(Mozilla|Opera|$)/) ? 'desktop' : 'bot' };
  // A television box that does not say so: nobody touches it.
  if (system === 'ANDROID' && !says(/Mobi/) && signals.maxTouchPoints === 0 && signals.coarsePointer === false) {
    return { formFactor: 'tv' };
  }
  return { system, formFactor: isTablet(system, says, signals) ? 'tablet' : 'phone' };
}

function detectSystem(says: Says, signals: DeviceSignals): System | undefined {
  const { platform = '', maxTouchPoints = 0 } = signals;
  const isAndroid = says(/Android|Silk\//);
  if (says(/OpenHarmony|ArkWeb/) || (says(/HarmonyOS/) && !isAndroid)) return 'HARMONY';
  // Android phones are sold under the name of iPhones, and not the other way round.
  if ((says(/iPhone|iPad/) && !isAndroid) || platform.startsWith('iP')) return 'IOS';
  // From here on the words may be those of a desktop, as for all who ask for desktop sites: the default on large
  // tablets. Chrome's frozen word for any Android ends with a one, and is nobody else's.
  if (isAndroid || signals.userAgentData?.platform === 'Android' || platform === 'Linux armv81') return 'ANDROID';
  // Computers with an ARM processor say so in their words as well, or have a better pointer than a finger.
  const isArm = /^Linux (arm|aarch)/.test(platform) && !says(/Linux (arm|aarch)/);
  if (isArm && maxTouchPoints > 0 && signals.coarsePointer !== false) return 'ANDROID';
  // No Mac has a touch screen; iPads report five points. The words are those of browsers made for iOS alone.
  return says(/Macintosh/) && (maxTouchPoints > 1 || says(/iOS\/|Mobile\//)) ? 'IOS' : undefined;
}

// A phone and a tablet are the same to the gateway. Taken for the other, a tablet offers one way to pay less or more.
function isTablet(system: System, says: Says, { userAgentData, screenWidth = 0, screenHeight = 0 }: DeviceSignals) {
  if (system === 'HARMONY') return says(/\(Tablet;/);
  if (says(/iPad/)) return true;
  if (says(system === 'IOS' ? /iPhone/ : /Mobi|Opera Mini/) || userAgentData?.mobile) return false;
  const shortSide = Math.min(screenWidth, screenHeight);
  return shortSide === 0 || shortSide >= 600;
}
