import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('ar');

/** What is less than so much, after "أقل من". The figure of one and of two is in the word itself. */
const MINUTES: Readonly<Record<string, string>> = { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' };
const SECONDS: Readonly<Record<string, string>> = { one: 'ثانية واحدة', two: 'ثانيتين', few: 'ثوانٍ', many: 'ثانية' };

function howMany(count: number, words: Readonly<Record<string, string>>): string {
  const form = plural.select(count);
  const word = words[form] ?? words['many']!;
  return form === 'one' || form === 'two' ? word : `${count} ${word}`;
}

// Awaits a native reader. Verbal nouns rather than imperatives where they can be, which address men and women alike.
export const ar: Messages = {
  alipay: 'Alipay',
  payWith: 'الدفع عبر {wallet}',
  cancel: 'إلغاء',
  close: 'إغلاق',
  newCode: 'الحصول على رمز جديد',
  tryAgain: 'إعادة المحاولة',
  howToScan: 'كيفية المسح',

  preparing: ['جارٍ تجهيز الدفع', 'لن يستغرق ذلك سوى لحظات.'],
  resuming: ['جارٍ البحث عن عملية الدفع', 'لن يستغرق ذلك سوى لحظات.'],
  scan: ['المسح عبر {wallet}', 'يُرجى فتح {wallet} على الهاتف والضغط على «مسح».'],
  expiring: ['المسح عبر {wallet}', 'توشك صلاحية هذا الرمز على الانتهاء.'],

  validFor: 'الرمز صالح لمدة',
  lessThan: (seconds) => `تبقّى أقل من ${seconds >= 60 ? howMany(seconds / 60, MINUTES) : howMany(seconds, SECONDS)}.`,
  codeAlternative: (amount, wallet) => `يُرجى مسح هذا الرمز عبر ${wallet} لدفع ${amount}`,

  openWallet: 'فتح {wallet}',
  iHavePaid: 'تم الدفع',
  payAgain: 'الدفع عبر Alipay',
  timeLeft: 'الوقت المتبقي',
  helpSteps: [
    'فتح {wallet} على الهاتف.',
    'الضغط على «مسح» وتوجيه الكاميرا إلى الرمز.',
    'التحقق من المبلغ ثم التأكيد. تتحدّث هذه الصفحة تلقائيًا.',
  ],

  opening: ['جارٍ فتح {wallet}', 'لن يستغرق ذلك سوى لحظات.'],
  codeMissing: ['لم يتم تحميل الرمز', 'قد يكون الاتصال بطيئًا. يُرجى إعادة المحاولة.'],
  scanned: ['التأكيد على الهاتف', 'تم مسح الرمز. يُرجى إتمام الدفع في {wallet}.'],
  open: ['المتابعة في {wallet}', 'ستكون العودة إلى هنا بعد الانتهاء.'],
  openWindow: ['الدفع عبر {wallet}', 'يُفتح في نافذة مستقلة.'],
  windowOpen: ['يُرجى إتمام الدفع في نافذة {wallet}', 'تتحدّث هذه الصفحة تلقائيًا.'],
  showWindow: 'عرض النافذة',
  reopenWindow: 'فتح {wallet} مرة أخرى',
  returned: 'العودة من {wallet}',
  closeWindow: 'يمكن إغلاق هذه النافذة. تستمر العملية في الأولى.',
  scanOrOpen: ['الدفع عبر {wallet}', 'يمكن المسح بالهاتف أو فتح التطبيق هنا.'],
  checking: ['جارٍ الاستعلام من {wallet}', 'يُرجى عدم الدفع مرة أخرى. نستعلم الآن عن النتيجة.'],
  processing: ['تم استلام الطلب', 'يؤكد {wallet} عملية الدفع الآن. يمكن إغلاق هذه الصفحة.'],
  paid: ['تم الدفع', 'وصلت الدفعة. شكرًا.'],
  paidTwice: ['سبق دفع ثمن هذا الطلب', 'سيسوّي المتجر الدفعة الثانية معك.'],
  timeUp: ['انتهى الوقت', 'لم يُخصم أي مبلغ. لا يزال الطلب محفوظًا.'],
  voided: {
    cancelled_by_shopper: ['أُلغي الدفع', 'لم يُخصم أي مبلغ.'],
    cancelled_by_merchant: ['ألغى المتجر الدفع', 'لم يُخصم أي مبلغ.'],
    expired: ['انتهت صلاحية الرمز', 'لم يُخصم أي مبلغ. لا يزال الطلب محفوظًا.'],
    reversed: ['أُعيد المبلغ المدفوع', 'يعود المال إلى المصدر الذي أتى منه.'],
  },
  failed: {
    declined: ['رفض {wallet} عملية الدفع', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    risk_rejected: ['رفض {wallet} عملية الدفع', 'لم يُخصم أي مبلغ. يمكن معرفة السبب من {wallet}.'],
    limit_exceeded: ['تم تجاوز حد {wallet}', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    insufficient_funds: ['الرصيد غير كافٍ', 'لم يُخصم أي مبلغ. يمكن اختيار وسيلة دفع أخرى في {wallet}.'],
    gateway_error: ['لم يكتمل الدفع', 'إذا ظهرت دفعة في {wallet} فيُرجى سؤال المتجر أولًا.'],
    unknown: ['لم يكتمل الدفع', 'إذا ظهرت دفعة في {wallet} فيُرجى سؤال المتجر أولًا.'],
  },
  errors: {
    unreachable: ['تعذّر الوصول إلى المتجر', 'قد يكون الاتصال مقطوعًا. إعادة المحاولة آمنة.'],
    order_already_paid: ['ثمن هذا الطلب مدفوع', 'لم يبقَ شيء للدفع.'],
    rate_limited: ['لحظة من فضلك', 'كانت المحاولات كثيرة. يُرجى الانتظار قليلًا ثم إعادة المحاولة.'],
    unauthorized: ['تعذّر عرض عملية الدفع', 'يُرجى فتح الطلب من جديد في المتجر.'],
    other: ['تعذّر بدء الدفع', 'يُرجى إعادة المحاولة أو سؤال المتجر.'],
  },

  reconnecting: 'جارٍ إعادة الاتصال…',
  offline: 'لا يوجد اتصال. نتابع فور عودته.',
  cancelRefused: 'لم يعد بالإمكان إلغاء هذا الدفع.',

  order: (id) => `الطلب ${id}`,
  errorCode: (code) => `رمز الخطأ: ${code}`,

  back: 'رجوع',
  choose: ['اختيار المحفظة', 'يتم تأكيد المبلغ فيها.'],
  listing: 'لن يستغرق ذلك سوى لحظات.',
  noneAvailable: ['لا توجد محفظة متاحة', 'يُرجى إعادة المحاولة لاحقًا أو سؤال المتجر.'],
  unavailable: {
    payment_account_not_available: 'غير مُعدّة لهذا المتجر.',
    exceed_channel_limit_rule: 'المبلغ خارج حدودها.',
    service_degrade: 'تواجه مشكلة حاليًا.',
    channel_not_support_currency: 'لا تقبل هذه العملة.',
    channel_disable: 'لا يقبلها المتجر حاليًا.',
    channel_not_in_service_time: 'لا تعمل في هذا الوقت.',
    no_pay_options: 'لا يمكن دفع هذا الطلب بها.',
    other: 'غير متاحة حاليًا.',
  },

  notOpened: ['ألم يُفتح {wallet}؟', 'يمكن تجربة طريقة أخرى. لن يُدفع المبلغ سوى مرة واحدة.'],
  openPage: 'الدفع على الموقع',
  showCode: 'عرض رمز',
  newLink: 'الحصول على رابط جديد',
  confirmHere: ['تأكيد الدفع', 'يطلب {wallet} التأكيد هنا.'],

  outside: ['المتابعة في المتصفح', 'لا يمكن فتح {wallet} من هذا التطبيق.'],
  outsideSteps: ['الضغط على ⋯ أعلى الشاشة.', 'اختيار «فتح في المتصفح».'],
  outsideHint: 'لم يحدث شيء؟ يُرجى فتح هذه الصفحة في المتصفح.',

  copyLink: 'نسخ الرابط',
  linkCopied: 'تم نسخ الرابط',
  copyByHand: 'يُرجى الضغط مطوّلًا على الرابط لنسخه.',
  saveCode: 'حفظ الرمز',
  scanSaved: 'أو حفظ الرمز ومسحه عبر {wallet} من الصور.',
  sendToPhone: 'إرسال إلى هاتفي',
};
