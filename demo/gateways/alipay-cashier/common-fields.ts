import type { Fields } from './fields.ts';
import { readMoney } from './money.ts';

const TWO_LETTERS = /^[A-Z]{2}$/;

export const TERMINALS = ['WEB', 'WAP', 'APP', 'MINI_APP'] as const;

export type Terminal = (typeof TERMINALS)[number];

/** Reads `env` of a message. Antom docs, pay and consult. @throws {Refusal} */
export function readTerminal(message: Fields): Terminal {
  const env = message.group('env');
  const terminal = env.oneOf('terminalType', TERMINALS);
  env.optionalOneOf('osType', ['IOS', 'ANDROID']);
  env.optionalText('deviceTokenId', 64);
  for (const name of ['userAgent', 'clientIp', 'cookieId', 'osVersion', 'extendInfo']) env.optionalText(name, 2048);
  env.optionalGroup('browserInfo');
  return terminal;
}

export function checkRegions(message: Fields): void {
  for (const name of ['merchantRegion', 'userRegion']) message.optionalText(name, 2, TWO_LETTERS);
  message.optionalText('merchantAccountId', 32);
}

/** Checks all of an `Order` that need not be there. */
export function checkOrder(order: Fields): void {
  checkBuyer(order.optionalGroup('buyer'));
  checkMerchant(order.optionalGroup('merchant'));
  for (const goods of order.groups('goods', 100)) {
    goods.text('referenceGoodsId', 64);
    goods.text('goodsName', 256);
    goods.optionalText('goodsQuantity', 16, /^\d+$/);
    goods.optionalOneOf('deliveryMethodType', ['PHYSICAL', 'DIGITAL']);
    const price = goods.optionalGroup('goodsUnitAmount');
    if (price) readMoney(price);
  }
  const shipping = order.optionalGroup('shipping');
  checkAddress(shipping?.optionalGroup('shippingAddress'));
  const fee = shipping?.optionalGroup('shippingFee');
  if (fee) readMoney(fee);
  order.optionalFlag('needDeclaration');
}

export function checkBuyer(buyer: Fields | undefined): void {
  buyer?.optionalText('referenceBuyerId', 64);
  buyer?.optionalText('buyerEmail', 64);
  buyer?.optionalText('buyerPhoneNo', 24);
  buyer?.optionalGroup('buyerName');
}

export function checkMerchant(merchant: Fields | undefined): void {
  for (const name of ['referenceMerchantId', 'merchantMCC', 'merchantName', 'merchantDisplayName']) {
    merchant?.optionalText(name, 256);
  }
  merchant?.optionalOneOf('merchantType', ['INDIVIDUAL', 'ENTERPRISE']);
  checkAddress(merchant?.optionalGroup('merchantAddress'));
}

export function checkAddress(address: Fields | undefined): void {
  address?.text('region', 2, TWO_LETTERS);
  for (const name of ['state', 'city', 'address1', 'address2', 'zipCode', 'label']) address?.optionalText(name, 256);
}

/** An address that the gateway is to call. @throws {Refusal} */
export function readNotifyUrl(message: Fields, name: string, maxLength: number): string | undefined {
  const value = message.optionalText(name, maxLength);
  if (value !== undefined && !/^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
    throw message.illegal(name, 'must be an http address');
  }
  return value;
}
