import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('he');

// The verb agrees with them, and "מ" joins a word but not a figure. Older browsers have a fourth form, `many`, for round tens.
const MINUTES: Readonly<Record<string, string>> = {
  one: 'נותרה פחות מדקה אחת',
  two: 'נותרו פחות משתי דקות',
  other: 'נותרו פחות מ־# דקות',
};
const SECONDS: Readonly<Record<string, string>> = {
  one: 'נותרה פחות משנייה אחת',
  two: 'נותרו פחות משתי שניות',
  other: 'נותרו פחות מ־# שניות',
};

// Awaits a native reader. Infinitives and the passive rather than imperatives, which would address men or women alone. What
// is put in from elsewhere is isolated (\u2068 … \u2069): an order "1001-A" would be shown as "A-1001".
export const he: Messages = {
  alipay: 'Alipay',
  payWith: 'תשלום באמצעות {wallet}',
  cancel: 'ביטול',
  close: 'סגירה',
  newCode: 'קבלת קוד חדש',
  tryAgain: 'ניסיון נוסף',
  howToScan: 'איך סורקים',

  preparing: ['מכינים את התשלום', 'זה ייקח רגע.'],
  resuming: ['מאתרים את התשלום שלך', 'זה ייקח רגע.'],
  scan: ['סריקה באמצעות {wallet}', 'יש לפתוח את {wallet} בטלפון ולהקיש על ”סריקה”.'],
  expiring: ['סריקה באמצעות {wallet}', 'תוקף הקוד עומד לפוג.'],

  validFor: 'הקוד בתוקף עוד',
  lessThan: (seconds) => {
    const [count, words] = seconds >= 60 ? [seconds / 60, MINUTES] : [seconds, SECONDS];
    const time = words[plural.select(count)] ?? words['other']!;
    return `${time.replace('#', String(count))}.`;
  },
  codeAlternative: (amount, wallet) => `יש לסרוק את הקוד באמצעות ${wallet} כדי לשלם ${amount}`,

  openWallet: 'פתיחת {wallet}',
  iHavePaid: 'שילמתי',
  payAgain: 'תשלום באמצעות Alipay',
  timeLeft: 'הזמן שנותר',
  helpSteps: [
    'לפתוח את {wallet} בטלפון.',
    'להקיש על ”סריקה” ולכוון את המצלמה אל הקוד.',
    'לבדוק את הסכום ולאשר. הדף הזה מתעדכן מעצמו.',
  ],

  opening: ['פותחים את {wallet}', 'זה ייקח רגע.'],
  codeMissing: ['הקוד לא נטען', 'ייתכן שהחיבור איטי. אפשר לנסות שוב.'],
  scanned: ['יש לאשר בטלפון', 'הקוד נסרק. יש להשלים את התשלום ב־{wallet}.'],
  open: ['ממשיכים ב־{wallet}', 'בסיום חוזרים לכאן.'],
  openWindow: ['תשלום באמצעות {wallet}', 'ייפתח בחלון נפרד.'],
  windowOpen: ['ממשיכים בחלון של {wallet}', 'הדף הזה מתעדכן מעצמו.'],
  showWindow: 'הצגת החלון',
  reopenWindow: 'פתיחת {wallet} שוב',
  returned: 'חזרה מ־{wallet}',
  closeWindow: 'אפשר לסגור את החלון הזה ולהמשיך בראשון.',
  scanOrOpen: ['תשלום באמצעות {wallet}', 'אפשר לסרוק בטלפון או לפתוח את האפליקציה כאן.'],
  checking: ['בודקים מול {wallet}', 'אין לשלם שוב. התוצאה בבדיקה.'],
  processing: ['ההזמנה התקבלה', 'התשלום ממתין לאישור של {wallet}. אפשר לסגור את הדף.'],
  paid: ['שולם', 'התשלום התקבל. תודה.'],
  paidTwice: ['ההזמנה הזו כבר שולמה', 'החנות תסדיר איתך את התשלום השני.'],
  timeUp: ['הזמן נגמר', 'לא בוצע חיוב. ההזמנה שלך עדיין כאן.'],
  voided: {
    cancelled_by_shopper: ['התשלום בוטל', 'לא בוצע חיוב.'],
    cancelled_by_merchant: ['בוטל על ידי החנות', 'לא בוצע חיוב.'],
    expired: ['תוקף הקוד פג', 'לא בוצע חיוב. ההזמנה שלך עדיין כאן.'],
    reversed: ['התשלום הוחזר', 'הכסף חוזר לאמצעי התשלום שבו שולם.'],
  },
  failed: {
    declined: ['התשלום נדחה על ידי {wallet}', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    risk_rejected: ['התשלום נדחה על ידי {wallet}', 'לא בוצע חיוב. את הסיבה אפשר לברר אצל {wallet}.'],
    limit_exceeded: ['חריגה מהתקרה ב־{wallet}', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    insufficient_funds: ['היתרה אינה מספיקה', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    gateway_error: ['התשלום לא הושלם', 'אם מופיע תשלום ב־{wallet}, יש לפנות תחילה לחנות.'],
    unknown: ['התשלום לא הושלם', 'אם מופיע תשלום ב־{wallet}, יש לפנות תחילה לחנות.'],
  },
  errors: {
    unreachable: ['אין קשר עם החנות', 'ייתכן שהחיבור מנותק. אפשר לנסות שוב בלי חשש.'],
    order_already_paid: ['ההזמנה הזו כבר שולמה', 'לא נותר מה לשלם.'],
    rate_limited: ['רגע, בבקשה', 'היו יותר מדי ניסיונות. כדאי לחכות קצת ולנסות שוב.'],
    unauthorized: ['אי אפשר להציג את התשלום', 'יש לפתוח שוב את ההזמנה בחנות.'],
    other: ['התשלום לא התחיל', 'אפשר לנסות שוב או לפנות לחנות.'],
  },

  reconnecting: 'מתחברים מחדש…',
  offline: 'אין חיבור. נמשיך מיד כשיחזור.',
  cancelRefused: 'כבר אי אפשר לבטל את התשלום.',

  order: (id) => `הזמנה \u2068${id}\u2069`,
  errorCode: (code) => `קוד שגיאה: \u2068${code}\u2069`,

  back: 'חזרה',
  choose: ['בחירת ארנק', 'את הסכום מאשרים שם.'],
  listing: 'זה ייקח רגע.',
  noneAvailable: ['אין ארנק זמין', 'אפשר לנסות מאוחר יותר או לפנות לחנות.'],
  unavailable: {
    payment_account_not_available: 'לא הוגדר בחנות הזו.',
    exceed_channel_limit_rule: 'הסכום חורג מהמגבלות שלו.',
    service_degrade: 'יש בו תקלה כרגע.',
    channel_not_support_currency: 'לא מקבל את המטבע הזה.',
    channel_disable: 'החנות לא מקבלת אותו כרגע.',
    channel_not_in_service_time: 'לא פעיל בשעה הזו.',
    no_pay_options: 'אי אפשר לשלם בו על ההזמנה.',
    other: 'לא זמין כרגע.',
  },

  notOpened: ['האפליקציה {wallet} לא נפתחה?', 'אפשר לנסות דרך אחרת. משלמים רק פעם אחת.'],
  openPage: 'תשלום באתר',
  showCode: 'הצגת קוד',
  newLink: 'קבלת קישור חדש',
  confirmHere: ['אישור התשלום', 'ב־{wallet} מבקשים לאשר אותו כאן.'],

  outside: ['ממשיכים בדפדפן', 'אי אפשר לפתוח את {wallet} מהאפליקציה הזו.'],
  outsideSteps: ['להקיש על ⋯ בראש המסך.', 'לבחור ”פתיחה בדפדפן”.'],
  outsideHint: 'לא קרה כלום? יש לפתוח את הדף הזה בדפדפן.',

  copyLink: 'העתקת הקישור',
  linkCopied: 'הקישור הועתק',
  copyByHand: 'להעתקה: לחיצה ארוכה על הקישור.',
  saveCode: 'שמירת הקוד',
  scanSaved: 'אפשר גם לשמור את הקוד ולסרוק אותו ב־{wallet} מהתמונות.',
  sendToPhone: 'שליחה לטלפון שלי',
};
