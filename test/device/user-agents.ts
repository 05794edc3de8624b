/** User agents as their makers build them, for the tables of this folder. */
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';

export const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${WEBKIT}`;
export const IPAD = `Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) ${WEBKIT}`;
export const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`;

export const iPhoneSafari = `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1`;
export const iPadSafari = `${IPAD} Version/26.0 Mobile/15E148 Safari/604.1`;
/** Also what an iPad says, unless told otherwise. */
export const macSafari = `${MAC} Version/26.0 Safari/605.1.15`;

/** The web view of an app on an iPhone, and the words that the app adds. */
export const iPhoneApp = (words: string) => `${IPHONE} Mobile/15E148 ${words}`;

/** Chrome on a system; `Mobile` stands after the version. */
export const chrome = (system: string, words = '') =>
  `Mozilla/5.0 (${system}) ${BLINK} Chrome/150.0.0.0${words} Safari/537.36`;

/** What an Android web view says, and the words that the app adds. */
export const androidApp = (words: string) =>
  `${chrome('Linux; Android 15; ABC-1 Build/A1; wv', ' Mobile').replace(' Chrome/', ' Version/4.0 Chrome/')} ${words}`;

export const androidPhone = chrome('Linux; Android 10; K', ' Mobile');
export const androidTablet = chrome('Linux; Android 10; K');
export const windows = chrome('Windows NT 10.0; Win64; x64');
export const linux = chrome('X11; Linux x86_64');

/** HarmonyOS without Android: ArkWeb. */
export const harmony = (device: string) => `${chrome(device)}  ArkWeb/6.0.0.1`;
