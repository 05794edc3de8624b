import type { Address, UserName, WireAmount } from './common.ts';
import type { Gaming, Lodging, Transit } from './order-kinds.ts';

/** What is paid for. Source: Antom docs, "pay (One-time Payments)", order. */
export interface Order {
  /** At most 64 characters. */
  readonly referenceOrderId: string;
  /** At most 256 characters. */
  readonly orderDescription: string;
  readonly orderAmount: WireAmount;
  readonly merchant?: Merchant;
  /** At most 100. */
  readonly goods?: readonly Goods[];
  readonly shipping?: Shipping;
  readonly buyer?: Buyer;
  /** Where the API of 2021 had it; contracts of that time may still read it here. */
  readonly env?: Env;
  readonly transit?: Transit;
  readonly lodging?: Lodging;
  readonly gaming?: Gaming;
  /** Whether the payment is going to be declared to the Chinese customs. */
  readonly needDeclaration?: boolean;
  readonly orderDiscountAmount?: WireAmount;
  readonly subTotalOrderAmount?: WireAmount;
  /** JSON in a string. */
  readonly extendInfo?: string;
}

export interface Goods {
  /** At most 64 characters. */
  readonly referenceGoodsId: string;
  /** At most 256 characters. */
  readonly goodsName: string;
  /** Levels joined by `/`. */
  readonly goodsCategory?: string;
  readonly goodsBrand?: string;
  readonly goodsUnitAmount?: WireAmount;
  readonly goodsQuantity?: string;
  readonly goodsSkuName?: string;
  readonly goodsUrl?: string;
  readonly goodsImageUrl?: string;
  readonly deliveryMethodType?: 'PHYSICAL' | 'DIGITAL';
}

export interface Shipping {
  readonly shippingName?: UserName;
  readonly shippingAddress?: Address;
  readonly shippingCarrier?: string;
  readonly shippingPhoneNo?: string;
  readonly shipToEmail?: string;
  readonly shippingFee?: WireAmount;
}

export interface Buyer {
  /** At most 64 characters. */
  readonly referenceBuyerId?: string;
  readonly buyerName?: UserName;
  /** At most 24 characters. */
  readonly buyerPhoneNo?: string;
  /** At most 64 characters. */
  readonly buyerEmail?: string;
  readonly buyerRegistrationTime?: string;
}

/** The merchant behind an acquirer or a platform, which must name them. */
export interface Merchant {
  readonly referenceMerchantId?: string;
  readonly merchantMCC?: string;
  readonly merchantName?: string;
  readonly merchantDisplayName?: string;
  readonly merchantAddress?: Address;
  readonly merchantRegisterDate?: string;
  readonly merchantType?: 'INDIVIDUAL' | 'ENTERPRISE';
  readonly store?: Store;
}

export interface Store {
  /** At most 32 characters. */
  readonly referenceStoreId?: string;
  readonly storeName?: string;
  readonly storeMCC?: string;
  readonly storeAddress?: Address;
}

/** What the shopper pays on. `terminalType` is the merchant's surface, not the wallet's. */
export interface Env {
  readonly terminalType: 'WEB' | 'WAP' | 'APP' | 'MINI_APP';
  /** Asked for beside `WAP` and `APP`. */
  readonly osType?: 'IOS' | 'ANDROID';
  readonly userAgent?: string;
  readonly clientIp?: string;
  /** At most 64 characters. */
  readonly deviceTokenId?: string;
  readonly cookieId?: string;
  readonly browserInfo?: BrowserInfo;
  readonly colorDepth?: string;
  readonly screenHeight?: string;
  readonly screenWidth?: string;
  /** In minutes, as `getTimezoneOffset()` has it. */
  readonly timeZoneOffset?: string;
  readonly deviceId?: string;
  readonly deviceModel?: string;
  readonly deviceBrand?: string;
  readonly osVersion?: string;
  /** JSON in a string. */
  readonly extendInfo?: string;
}

export interface BrowserInfo {
  readonly acceptHeader?: string;
  readonly javaEnabled?: boolean;
  readonly javaScriptEnabled?: boolean;
  readonly language?: string;
  readonly userAgent?: string;
}
