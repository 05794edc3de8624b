import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('he');

/** Of a time that is left. The figures of one and of two are in the words themselves. */
const MINUTES: Readonly<Record<string, string>> = { one: 'דקה אחת', two: 'שתי דקות', other: 'דקות' };
const SECONDS: Readonly<Record<string, string>> = { one: 'שנייה אחת', two: 'שתי שניות', other: 'שניות' };

function howMany(count: number, words: Readonly<Record<string, string>>): string {
  const form = plural.select(count);
  return form === 'one' || form === 'two' ? words[form]! : `${count} ${words['other']!}`;
}

// Awaits a native reader. Infinitives and the passive rather than imperatives, which would address men or women alone.
export const he: Messages = {
  alipay: 'Alipay',
  payWith: 'תשלום באמצעות {wallet}',
  cancel: 'ביטול',
  close: 'סגירה',
  newCode: 'קבלת קוד חדש',
  tryAgain: 'ניסיון נוסף',
  howToScan: 'איך סורקים',

  preparing: ['התשלום בהכנה', 'זה ייקח רגע.'],
  resuming: ['התשלום שלך באיתור', 'זה ייקח רגע.'],
  scan: ['סריקה באמצעות {wallet}', 'יש לפתוח את {wallet} בטלפון ולהקיש על „סריקה”.'],
  expiring: ['סריקה באמצעות {wallet}', 'תוקף הקוד עומד לפוג.'],

  validFor: 'הקוד בתוקף עוד',
  lessThan: (seconds) => `נותרו פחות מ־${seconds >= 60 ? howMany(seconds / 60, MINUTES) : howMany(seconds, SECONDS)}.`,
  codeAlternative: (amount, wallet) => `יש לסרוק את הקוד באמצעות ${wallet} כדי לשלם ${amount}`,

  openWallet: 'פתיחת {wallet}',
  iHavePaid: 'שילמתי',
  payAgain: 'תשלום באמצעות Alipay',
  timeLeft: 'הזמן שנותר',
  helpSteps: [
    'לפתוח את {wallet} בטלפון.',
    'להקיש על „סריקה” ולכוון את המצלמה אל הקוד.',
    'לבדוק את הסכום ולאשר. הדף הזה מתעדכן מעצמו.',
  ],

  opening: ['{wallet} בפתיחה', 'זה ייקח רגע.'],
  codeMissing: ['הקוד לא נטען', 'ייתכן שהחיבור איטי. אפשר לנסות שוב.'],
  scanned: ['יש לאשר בטלפון', 'הקוד נסרק. יש להשלים את התשלום ב־{wallet}.'],
  open: ['ממשיכים ב־{wallet}', 'בסיום חוזרים לכאן.'],
  openWindow: ['תשלום באמצעות {wallet}', 'ייפתח בחלון נפרד.'],
  windowOpen: ['יש להשלים בחלון של {wallet}', 'הדף הזה מתעדכן מעצמו.'],
  showWindow: 'הצגת החלון',
  reopenWindow: 'פתיחת {wallet} שוב',
  returned: 'חזרה מ־{wallet}',
  closeWindow: 'אפשר לסגור את החלון הזה. ממשיכים בראשון.',
  scanOrOpen: ['תשלום באמצעות {wallet}', 'אפשר לסרוק בטלפון או לפתוח את האפליקציה כאן.'],
  checking: ['בודקים מול {wallet}', 'אין לשלם שוב. התוצאה בבדיקה.'],
  processing: ['ההזמנה התקבלה', 'התשלום באישור אצל {wallet}. אפשר לסגור את הדף.'],
  paid: ['שולם', 'התשלום התקבל. תודה.'],
  paidTwice: ['ההזמנה הזו כבר שולמה', 'החנות תסדיר איתך את התשלום השני.'],
  timeUp: ['הזמן נגמר', 'לא בוצע חיוב. ההזמנה שלך עדיין כאן.'],
  voided: {
    cancelled_by_shopper: ['התשלום בוטל', 'לא בוצע חיוב.'],
    cancelled_by_merchant: ['בוטל על ידי החנות', 'לא בוצע חיוב.'],
    expired: ['תוקף הקוד פג', 'לא בוצע חיוב. ההזמנה שלך עדיין כאן.'],
    reversed: ['התשלום הוחזר', 'הכסף חוזר למקום שממנו הגיע.'],
  },
  failed: {
    declined: ['התשלום נדחה על ידי {wallet}', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    risk_rejected: ['התשלום נדחה על ידי {wallet}', 'לא בוצע חיוב. את הסיבה אפשר לברר אצל {wallet}.'],
    limit_exceeded: ['חריגה מהמגבלה של {wallet}', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    insufficient_funds: ['אין מספיק יתרה', 'לא בוצע חיוב. אפשר לבחור אמצעי תשלום אחר ב־{wallet}.'],
    gateway_error: ['התשלום לא הושלם', 'אם מופיע תשלום ב־{wallet}, יש לפנות תחילה לחנות.'],
    unknown: ['התשלום לא הושלם', 'אם מופיע תשלום ב־{wallet}, יש לפנות תחילה לחנות.'],
  },
  errors: {
    unreachable: ['אין קשר עם החנות', 'ייתכן שהחיבור מנותק. בטוח לנסות שוב.'],
    order_already_paid: ['ההזמנה הזו כבר שולמה', 'לא נותר מה לשלם.'],
    rate_limited: ['רגע, בבקשה', 'היו יותר מדי ניסיונות. כדאי לחכות קצת ולנסות שוב.'],
    unauthorized: ['אי אפשר להציג את התשלום', 'יש לפתוח שוב את ההזמנה בחנות.'],
    other: ['התשלום לא התחיל', 'אפשר לנסות שוב או לפנות לחנות.'],
  },

  reconnecting: 'מתחברים מחדש…',
  offline: 'אין חיבור. נמשיך מיד כשיחזור.',
  cancelRefused: 'כבר אי אפשר לבטל את התשלום.',

  order: (id) => `הזמנה ${id}`,
  errorCode: (code) => `קוד שגיאה: ${code}`,

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
  confirmHere: ['אישור התשלום', '{wallet} מבקשת לאשר אותו כאן.'],

  outside: ['ממשיכים בדפדפן', 'אי אפשר לפתוח את {wallet} מהאפליקציה הזו.'],
  outsideSteps: ['להקיש על ⋯ בראש המסך.', 'לבחור „פתיחה בדפדפן”.'],
  outsideHint: 'לא קרה כלום? יש לפתוח את הדף הזה בדפדפן.',

  copyLink: 'העתקת הקישור',
  linkCopied: 'הקישור הועתק',
  copyByHand: 'לחיצה ארוכה על הקישור מעתיקה אותו.',
  saveCode: 'שמירת הקוד',
  scanSaved: 'או לשמור את הקוד ולסרוק אותו באמצעות {wallet} מהתמונות.',
  sendToPhone: 'שליחה לטלפון שלי',
};
