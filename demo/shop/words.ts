export const LANGUAGES = ['en', 'zh-Hans'] as const;

export type Language = (typeof LANGUAGES)[number];

export interface Words {
  readonly house: string;
  readonly tagline: string;
  readonly quantity: string;
  readonly less: string;
  readonly more: string;
  readonly order: string;
  readonly promise: string;
  readonly others: string;
  readonly yourOrder: string;
  readonly total: string;
  readonly shipping: string;
  readonly free: string;
  readonly payment: string;
  readonly payButton: string;
  readonly paidButton: string;
  readonly orderNumber: string;
  readonly thanksTitle: string;
  readonly thanksText: string;
  readonly receivedTitle: string;
  readonly receivedText: string;
  readonly returnedTitle: string;
  readonly returnedText: string;
  readonly another: string;
  readonly small: string;
  readonly backOffice: string;
  readonly deviceLab: string;
  readonly themeStudio: string;
  readonly panels: string;
  readonly gateway: string;
  readonly notFound: string;
}

const en: Words = {
  house: 'Tea House',
  tagline: 'Three teas, chosen slowly.',
  quantity: 'Quantity',
  less: 'One less',
  more: 'One more',
  order: 'Order now',
  promise: 'Ships tomorrow, free of charge. Pay with Alipay at the next step.',
  others: 'Also from our house',
  yourOrder: 'Your order',
  total: 'Total',
  shipping: 'Shipping',
  free: 'Free',
  payment: 'Payment',
  payButton: 'Pay with Alipay',
  paidButton: 'Already paid',
  orderNumber: 'Order',
  thanksTitle: 'Thank you!',
  thanksText: 'Your order is paid. We pack your tea today and ship it tomorrow.',
  receivedTitle: 'Order received',
  receivedText: 'Alipay is confirming your payment. We ship as soon as it is done; you need not wait here.',
  returnedTitle: 'Payment returned',
  returnedText: 'This payment was cancelled and the money has gone back to you.',
  another: 'Back to the teas',
  small: 'A demo: no real tea, no real money.',
  backOffice: 'Back office',
  deviceLab: 'Device lab',
  themeStudio: 'Theme studio',
  panels: 'Behind the shop',
  gateway: 'Sandbox: pay through',
  notFound: 'We could not find this page.',
};

const zhHans: Words = {
  house: '茶馆',
  tagline: '三款好茶，慢慢挑选。',
  quantity: '数量',
  less: '减一',
  more: '加一',
  order: '立即下单',
  promise: '明日发货，免运费。下一步使用支付宝付款。',
  others: '本馆其他好茶',
  yourOrder: '您的订单',
  total: '合计',
  shipping: '运费',
  free: '免费',
  payment: '付款',
  payButton: '使用支付宝付款',
  paidButton: '已付款',
  orderNumber: '订单号',
  thanksTitle: '谢谢惠顾！',
  thanksText: '订单已付款。我们今天打包，明天发货。',
  receivedTitle: '订单已收到',
  receivedText: '支付宝正在确认您的付款。确认后我们立即发货，您无需在此等候。',
  returnedTitle: '款项已退回',
  returnedText: '这笔付款已取消，款项已原路退回。',
  another: '返回选茶',
  small: '演示商店：没有真的茶，也没有真的钱。',
  backOffice: '后台',
  deviceLab: '设备实验室',
  themeStudio: '主题工作室',
  panels: '商店后台与网关',
  gateway: '沙箱：支付网关',
  notFound: '找不到这个页面。',
};

export const WORDS: Readonly<Record<Language, Words>> = { en, 'zh-Hans': zhHans };

/** The shopper's own choice, else what their browser asks for. */
export function languageOf(request: Request): Language {
  const chosen = /(?:^|;\s*)language=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const found = LANGUAGES.find((language) => language === chosen);
  return found ?? (/^\s*zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh-Hans' : 'en');
}

/** An amount in minor units of a currency with two decimals. */
export function formatPrice(value: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(value / 100);
}
