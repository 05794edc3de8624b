import type { Payment, Session } from './payment.ts';

/** What the answer to a payment leads to, in the forms of Alipay+, yet under the sandbox's own origin. */
export function payAddress(origin: string, { code, method }: Payment): string {
  return method?.terminal === 'APP'
    ? `${origin}/p/s/i/?scheme=${encodeURIComponent(appScheme(code))}`
    : `${origin}/api/open/v1/ac/cashier/self/codevalue/checkout.htm?codeValue=${code}`;
}

/** The hosted page. WooshPay docs, Wooshpay Checkout. */
export function sessionAddress(origin: string, { id }: Session, publishableKey: string): string {
  return `${origin}/pay/${id}?key=${publishableKey}`;
}

/** What the page of a phone hands to Alipay's app: its scanner, with the code. */
function appScheme(code: string): string {
  const through = encodeURIComponent(JSON.stringify({ acTerminalType: 'WAP' }));
  const query = `appId=10000007&actionType=route&qrcode=${code}&externalThrough=${through}`;
  return `alipays://platformapi/startApp?${query}`;
}
