import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('ar');

// After "أقل من". The figures of one and of two are in the words themselves; of none, of eleven to a hundred and two there is
// one form.
const MINUTES: Readonly<Record<string, string>> = {
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  other: '# دقيقة',
};
const SECONDS: Readonly<Record<string, string>> = {
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  other: '# ثانية',
};

// Awaits a native reader. Verbal nouns rather than imperatives where they can be, which address men and women alike. What is
// put in from elsewhere is isolated (\u2068 … \u2069): an order "1001-A" would be shown as "A-1001".
export const ar: Messages = {
  alipay: 'Alipay',
  payWith: 'الدفع عبر {wallet}',
  cancel: 'إلغاء',
  close: 'إغلاق',
  newCode: 'طلب رمز جديد',
  tryAgain: 'إعادة المحاولة',
  howToScan: 'كيفية مسح الرمز',

  preparing: ['جارٍ تجهيز الدفع', 'لن يستغرق ذلك سوى لحظات.'],
  resuming: ['جارٍ البحث عن عملية الدفع', 'لن يستغرق ذلك سوى لحظات.'],
  scan: ['مسح الرمز عبر {wallet}', 'يُرجى فتح {wallet} على الهاتف والضغط على «مسح».'],
  expiring: ['مسح الرمز عبر {wallet}', 'توشك صلاحية هذا الرمز على الانتهاء.'],

  validFor: 'الرمز صالح لمدة',
  lessThan: (seconds) => {
    const [count, words] = seconds >= 60 ? [seconds / 60, MINUTES] : [seconds, SECONDS];
    const time = words[plural.select(count)] ?? words['other']!;
    return `تبقّى أقل من ${time.replace('#', String(count))}.`;
  },
  codeAlternative: (amount, wallet) => `يُرجى مسح هذا الرمز عبر ${wallet} لدفع ${amount}`,

  openWallet: 'فتح {wallet}',
  iHavePaid: 'لقد دفعت',
  payAgain: 'الدفع عبر Alipay',
  timeLeft: 'الوقت المتبقي',
  helpSteps: [
    'فتح {wallet} على الهاتف.',
    'الضغط على «مسح» وتوجيه الكاميرا إلى الرمز.',
    'التحقق من المبلغ ثم التأكيد. تُحدَّث هذه الصفحة تلقائيًا.',
  ],

  opening: ['جارٍ فتح {wallet}', 'لن يستغرق ذلك سوى لحظات.'],
  codeMissing: ['لم يتم تحميل الرمز', 'قد يكون الاتصال بطيئًا. يُرجى إعادة المحاولة.'],
  scanned: ['يُرجى التأكيد من الهاتف', 'تم مسح الرمز. يُرجى إتمام الدفع في {wallet}.'],
  open: ['المتابعة في {wallet}', 'بعد الانتهاء، تتم العودة إلى هذه الصفحة.'],
  openWindow: ['الدفع عبر {wallet}', 'يُفتح في نافذة مستقلة.'],
  windowOpen: ['يُرجى إتمام الدفع في نافذة {wallet}', 'تُحدَّث هذه الصفحة تلقائيًا.'],
  showWindow: 'عرض النافذة',
  reopenWindow: 'فتح {wallet} مرة أخرى',
  returned: 'تمت العودة من {wallet}',
  closeWindow: 'يمكن إغلاق هذه النافذة والمتابعة في الأولى.',
  scanOrOpen: ['الدفع عبر {wallet}', 'يمكن المسح بالهاتف أو فتح التطبيق هنا.'],
  checking: ['جارٍ الاستعلام من {wallet}', 'يُرجى عدم الدفع مرة أخرى. نستعلم الآن عن النتيجة.'],
  processing: ['تم استلام الطلب', 'عملية الدفع قيد التأكيد لدى {wallet}. يمكن إغلاق هذه الصفحة.'],
  paid: ['تم الدفع', 'تم استلام المبلغ. شكرًا.'],
  paidTwice: ['سبق دفع ثمن هذا الطلب', 'سيسوّي المتجر الدفعة الثانية معك.'],
  timeUp: ['انتهى الوقت', 'لم يُخصم أي مبلغ. لا يزال الطلب محفوظًا.'],
  voided: {
    cancelled_by_shopper: ['أُلغي الدفع', 'لم يُخصم أي مبلغ.'],
    cancelled_by_merchant: ['ألغى المتجر الدفع', 'لم يُخصم أي مبلغ.'],
    expired: ['انتهت صلاحية الرمز', 'لم يُخصم أي مبلغ. لا يزال الطلب محفوظًا.'],
    reversed: ['أُعيد المبلغ المدفوع', 'يعود المبلغ إلى وسيلة الدفع المستخدمة.'],
  },
  failed: {
    declined: ['رفض {wallet} عملية الدفع', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    risk_rejected: ['رفض {wallet} عملية الدفع', 'لم يُخصم أي مبلغ. يمكن معرفة السبب من {wallet}.'],
    limit_exceeded: ['تم تجاوز الحد في {wallet}', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    insufficient_funds: ['الرصيد غير كافٍ', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    gateway_error: ['لم يكتمل الدفع', 'إذا ظهرت دفعة في {wallet} فيُرجى التواصل مع المتجر أولًا.'],
    unknown: ['لم يكتمل الدفع', 'إذا ظهرت دفعة في {wallet} فيُرجى التواصل مع المتجر أولًا.'],
  },
  errors: {
    unreachable: ['تعذّر الوصول إلى المتجر', 'قد يكون الاتصال مقطوعًا. إعادة المحاولة آمنة.'],
    order_already_paid: ['تم دفع ثمن هذا الطلب', 'لم يتبقَّ شيء للدفع.'],
    rate_limited: ['لحظة من فضلك', 'المحاولات كثيرة جدًا. يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
    unauthorized: ['تعذّر عرض عملية الدفع', 'يُرجى فتح الطلب من جديد في المتجر.'],
    other: ['تعذّر بدء الدفع', 'يُرجى إعادة المحاولة أو التواصل مع المتجر.'],
  },

  reconnecting: 'جارٍ إعادة الاتصال…',
  offline: 'لا يوجد اتصال. نتابع فور عودته.',
  cancelRefused: 'لم يعد الإلغاء ممكنًا.',

  order: (id) => `الطلب \u2068${id}\u2069`,
  errorCode: (code) => `رمز الخطأ: \u2068${code}\u2069`,

  back: 'رجوع',
  choose: ['اختيار المحفظة', 'يتم تأكيد المبلغ فيها.'],
  listing: 'لن يستغرق ذلك سوى لحظات.',
  noneAvailable: ['لا توجد محفظة متاحة', 'يُرجى إعادة المحاولة لاحقًا أو التواصل مع المتجر.'],
  unavailable: {
    payment_account_not_available: 'غير مُعدّة لهذا المتجر.',
    exceed_channel_limit_rule: 'المبلغ خارج حدودها.',
    service_degrade: 'تواجه مشكلة حاليًا.',
    channel_not_support_currency: 'لا تقبل هذه العملة.',
    channel_disable: 'لا يقبلها المتجر حاليًا.',
    channel_not_in_service_time: 'لا تعمل في هذا الوقت.',
    no_pay_options: 'لا يمكن دفع ثمن هذا الطلب بها.',
    other: 'غير متاحة حاليًا.',
  },

  notOpened: ['لم يُفتح {wallet}؟', 'يمكن تجربة طريقة أخرى. لن يُدفع المبلغ سوى مرة واحدة.'],
  openPage: 'الدفع عبر الموقع',
  showCode: 'عرض رمز',
  newLink: 'طلب رابط جديد',
  confirmHere: ['تأكيد الدفع', 'يطلب {wallet} التأكيد هنا.'],

  outside: ['المتابعة في المتصفح', 'لا يمكن فتح {wallet} من هذا التطبيق.'],
  outsideSteps: ['الضغط على ⋯ أعلى الشاشة.', 'اختيار «فتح في المتصفح».'],
  outsideHint: 'لم يحدث شيء؟ يُرجى فتح هذه الصفحة في المتصفح.',

  copyLink: 'نسخ الرابط',
  linkCopied: 'تم نسخ الرابط',
  copyByHand: 'يُرجى الضغط مطوّلًا على الرابط لنسخه.',
  saveCode: 'حفظ الرمز',
  scanSaved: 'أو يمكن حفظ الرمز ومسحه عبر {wallet} من الصور.',
  sendToPhone: 'إرسال إلى هاتفي',
};
