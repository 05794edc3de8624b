import type { Messages } from './messages.ts';

// Awaits a native reader.
export const ja: Messages = {
  alipay: 'Alipay',
  payWith: '{wallet}で支払う',
  cancel: 'キャンセル',
  close: '閉じる',
  newCode: '新しいコードを表示',
  tryAgain: 'もう一度試す',
  howToScan: 'スキャンの方法',

  preparing: ['お支払いの準備中です', '少々お待ちください。'],
  resuming: ['お支払いを確認しています', '少々お待ちください。'],
  scan: ['{wallet}でスキャン', 'スマートフォンで{wallet}を開き、「スキャン」をタップしてください。'],
  expiring: ['{wallet}でスキャン', 'コードの有効期限がまもなく切れます。'],

  validFor: 'コードの有効時間',
  lessThan: (seconds) => (seconds >= 60 ? `残り時間は${seconds / 60}分未満です。` : `残り時間は${seconds}秒未満です。`),
  codeAlternative: (amount, wallet) => `このコードを${wallet}でスキャンして${amount}を支払う`,

  openWallet: '{wallet}を開く',
  iHavePaid: '支払いました',
  payAgain: 'Alipayで支払う',
  timeLeft: '残り時間',
  helpSteps: [
    'スマートフォンで{wallet}を開きます。',
    '「スキャン」をタップし、カメラをコードに向けます。',
    '金額を確認して支払いを確定します。このページは自動で更新されます。',
  ],

  opening: ['{wallet}を開いています', '少々お待ちください。'],
  codeMissing: ['コードを読み込めませんでした', '通信が遅い可能性があります。もう一度お試しください。'],
  scanned: ['スマートフォンで確定してください', 'スキャンを確認しました。{wallet}で完了してください。'],
  open: ['{wallet}で続けてください', '完了すると、このページに戻ります。'],
  openWindow: ['{wallet}で支払う', '新しいウィンドウで開きます。'],
  windowOpen: ['{wallet}の画面で完了してください', 'このページは自動で更新されます。'],
  showWindow: 'ウィンドウを表示',
  reopenWindow: '{wallet}をもう一度開く',
  returned: '{wallet}から戻りました',
  closeWindow: 'このウィンドウは閉じてかまいません。元のページで続きます。',
  scanOrOpen: ['{wallet}で支払う', 'スマートフォンでスキャンするか、ここでアプリを開いてください。'],
  checking: ['{wallet}に確認しています', '結果を確認中です。もう一度支払わないでください。'],
  processing: ['ご注文を受け付けました', '{wallet}がお支払いを確認中です。このページは閉じてかまいません。'],
  paid: ['お支払いが完了しました', 'お支払いを確認しました。ありがとうございます。'],
  paidTwice: ['このご注文は支払い済みです', '2回目のお支払いについては、ショップが対応します。'],
  timeUp: ['時間切れになりました', '請求は発生していません。ご注文は残っています。'],
  voided: {
    cancelled_by_shopper: ['お支払いをキャンセルしました', '請求は発生していません。'],
    cancelled_by_merchant: ['ショップがキャンセルしました', '請求は発生していません。'],
    expired: ['コードの有効期限が切れました', '請求は発生していません。ご注文は残っています。'],
    reversed: ['お支払いは返金されました', '代金は元のお支払い方法に戻ります。'],
  },
  failed: {
    declined: [
      '{wallet}で承認されませんでした',
      '請求は発生していません。{wallet}で別の残高かカードをお試しください。',
    ],
    risk_rejected: ['{wallet}で承認されませんでした', '請求は発生していません。理由は{wallet}にお問い合わせください。'],
    limit_exceeded: [
      '{wallet}の限度額を超えています',
      '請求は発生していません。{wallet}で別の残高かカードをお試しください。',
    ],
    insufficient_funds: [
      '残高が不足しています',
      '請求は発生していません。{wallet}で別の残高かカードをお試しください。',
    ],
    gateway_error: [
      'お支払いは完了していません',
      '{wallet}に支払いが表示されている場合は、まずショップにご連絡ください。',
    ],
    unknown: ['お支払いは完了していません', '{wallet}に支払いが表示されている場合は、まずショップにご連絡ください。'],
  },
  errors: {
    unreachable: ['ショップに接続できません', '通信が切れている可能性があります。もう一度試しても問題ありません。'],
    order_already_paid: ['このご注文は支払い済みです', 'これ以上のお支払いは必要ありません。'],
    rate_limited: ['少々お待ちください', '試行回数が多すぎます。少し待ってからお試しください。'],
    unauthorized: ['このお支払いを表示できません', 'ショップでご注文をもう一度開いてください。'],
    other: ['お支払いを開始できませんでした', 'もう一度お試しいただくか、ショップにお問い合わせください。'],
  },

  reconnecting: '再接続しています…',
  offline: 'オフラインです。接続が戻りしだい続けます。',
  cancelRefused: 'このお支払いはもうキャンセルできません。',

  order: (id) => `注文番号 ${id}`,
  errorCode: (code) => `コード：${code}`,

  back: '戻る',
  choose: ['ウォレットを選択', '金額は選んだウォレットで確認します。'],
  listing: '少々お待ちください。',
  noneAvailable: ['利用できるウォレットがありません', '後でもう一度お試しいただくか、ショップにお問い合わせください。'],
  unavailable: {
    payment_account_not_available: 'このショップでは設定されていません。',
    exceed_channel_limit_rule: '金額が利用限度の範囲外です。',
    service_degrade: '現在、障害が発生しています。',
    channel_not_support_currency: 'この通貨には対応していません。',
    channel_disable: '現在、このショップでは利用できません。',
    channel_not_in_service_time: '現在は利用時間外です。',
    no_pay_options: 'このご注文には利用できません。',
    other: '現在は利用できません。',
  },

  notOpened: ['{wallet}が開きませんか？', '別の方法をお試しください。二重に支払われることはありません。'],
  openPage: 'Webページで支払う',
  showCode: 'コードを表示',
  newLink: '新しいリンクを取得',
  confirmHere: ['お支払いを確定してください', '{wallet}の確認画面がここに表示されます。'],

  outside: ['ブラウザで続けてください', 'このアプリからは{wallet}を開けません。'],
  outsideSteps: ['画面上部の「⋯」をタップします。', '「ブラウザで開く」を選びます。'],
  outsideHint: '何も起こりませんか？このページをブラウザで開いてください。',

  copyLink: 'リンクをコピー',
  linkCopied: 'リンクをコピーしました',
  copyByHand: 'リンクを長押しするとコピーできます。',
  saveCode: 'コードを保存',
  scanSaved: 'または、コードを保存し、{wallet}で写真から読み取ってください。',
  sendToPhone: 'スマートフォンに送る',
};
