interface AlipayBridge {
  call(name: 'tradePay', options: { readonly tradeNO: string }, onResult: () => void): void;
}

interface MiniProgramBridge {
  tradePay(options: { readonly tradeNO: string; readonly success: () => void; readonly fail: () => void }): void;
}

type WalletWindow = typeof globalThis & { readonly AlipayJSBridge?: AlipayBridge; readonly my?: MiniProgramBridge };

/** Alipay puts its bridge into a page some time after it has loaded. */
const PATIENCE_MS = 3_000;

/**
 * Asks for a payment over the page. Resolves when the wallet is done, whatever came of it: its result codes are no proof,
 * 9000 included (Alipay docs, my.tradePay), and the server knows better.
 */
export type AskToPay = (tradeNo: string) => Promise<void>;

/** The bridge of the Alipay that shows this page. Null where there is none to be had. */
export async function findBridge(isMiniProgram: boolean): Promise<AskToPay | null> {
  const { my } = globalThis as WalletWindow;
  // Only where the page has it: it would be loaded from an address that the page's policy has no reason to allow.
  if (isMiniProgram) {
    return my?.tradePay
      ? (tradeNO) => new Promise((done) => my.tradePay({ tradeNO, success: done, fail: done }))
      : null;
  }
  const bridge = (globalThis as WalletWindow).AlipayJSBridge ?? (await comingBridge());
  return bridge ? (tradeNO) => new Promise((done) => bridge.call('tradePay', { tradeNO }, done)) : null;
}

function comingBridge(): Promise<AlipayBridge | undefined> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      document.removeEventListener('AlipayJSBridgeReady', end);
      resolve((globalThis as WalletWindow).AlipayJSBridge);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    document.addEventListener('AlipayJSBridgeReady', end);
  });
}
