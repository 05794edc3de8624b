import type { Messages } from './messages.ts';

// Awaits a native reader.
export const ja: Messages = {
  alipay: 'Alipay',
  payWith: '{wallet}で支払う',
  cancel: 'キャンセル',
  close: '閉じる',
  newCode: '新しいQRコードを表示',
  tryAgain: 'もう一度試す',
  howToScan: 'スキャン方法',

  preparing: ['お支払いの準備中です', '少々お待ちください。'],
  resuming: ['お支払いを確認しています', '少々お待ちください。'],
  scan: ['{wallet}でスキャン', 'スマートフォンで{wallet}を開き、「スキャン」をタップしてください。'],
  expiring: ['{wallet}でスキャン', 'QRコードの有効期限がまもなく切れます。'],

  validFor: '有効期限まで',
  lessThan: (seconds) => (seconds >= 60 ? `残り時間は${seconds / 60}分未満です。` : `残り時間は${seconds}秒未満です。`),
  codeAlternative: (amount, wallet) => `このQRコードを${wallet}でスキャンして${amount}を支払う`,

  openWallet: '{wallet}を開く',
  iHavePaid: '支払いを済ませました',
  payAgain: 'Alipayで支払う',
  timeLeft: '残り時間',
  helpSteps: [
    'スマートフォンで{wallet}を開きます。',
    '「スキャン」をタップし、カメラをQRコードに向けます。',
    '金額を確認して支払いを確定します。このページは自動で更新されます。',
  ],

  opening: ['{wallet}を開いています', '少々お待ちください。'],
  codeMissing: ['QRコードを読み込めませんでした', '通信が遅い可能性があります。もう一度お試しください。'],
  scanned: ['スマートフォンで確定してください', 'スキャンを確認しました。{wallet}でお支払いを完了してください。'],
  open: ['{wallet}で続けてください', '完了すると、このページに戻ります。'],
  openWindow: ['{wallet}で支払う', '新しいウィンドウで開きます。'],
  windowOpen: ['{wallet}の画面で完了してください', 'このページは自動で更新されます。'],
  showWindow: '支払い画面を表示',
  reopenWindow: '{wallet}をもう一度開く',
  returned: '{wallet}から戻りました',
  closeWindow: 'このウィンドウを閉じて、元のページにお戻りください。',
  scanOrOpen: ['{wallet}で支払う', 'スマートフォンでスキャンするか、ここでアプリを開いてください。'],
  checking: ['{wallet}に確認しています', '再度のお支払いはしないでください。結果を確認しています。'],
  processing: ['ご注文を受け付けました', '{wallet}がお支払いを確認中です。ページを閉じても問題ありません。'],
  paid: ['お支払いが完了しました', 'お支払いを確認しました。ありがとうございます。'],
  paidTwice: ['このご注文は支払い済みです', '2回目のお支払いについては、ショップが対応します。'],
  timeUp: ['お支払いの制限時間を過ぎました', '請求は発生していません。ご注文はそのまま残っています。'],
  voided: {
    cancelled_by_shopper: ['お支払いをキャンセルしました', '請求は発生していません。'],
    cancelled_by_merchant: ['ショップがキャンセルしました', '請求は発生していません。'],
    expired: ['QRコードの有効期限が切れました', '請求は発生していません。ご注文はそのまま残っています。'],
    reversed: ['お支払いは返金されました', '代金は元の支払い方法に戻ります。'],
  },
  failed: {
    declined: ['{wallet}で承認されませんでした', '請求は発生していません。{wallet}で別の支払い方法をお試しください。'],
    risk_rejected: ['{wallet}で承認されませんでした', '請求は発生していません。理由は{wallet}にお問い合わせください。'],
    limit_exceeded: [
      '{wallet}の限度額を超えています',
      '請求は発生していません。{wallet}で別の支払い方法をお試しください。',
    ],
    insufficient_funds: ['残高が不足しています', '請求は発生していません。{wallet}で別の支払い方法をお試しください。'],
    gateway_error: [
      'お支払いは完了していません',
      '{wallet}に支払い履歴がある場合は、まずショップにお問い合わせください。',
    ],
    unknown: ['お支払いは完了していません', '{wallet}に支払い履歴がある場合は、まずショップにお問い合わせください。'],
  },
  errors: {
    unreachable: ['ショップに接続できません', '通信が切れている可能性があります。もう一度試しても問題ありません。'],
    order_already_paid: ['このご注文は支払い済みです', 'これ以上のお支払いは必要ありません。'],
    rate_limited: ['少々お待ちください', '試行回数が多すぎます。しばらくしてからお試しください。'],
    unauthorized: ['このお支払いを表示できません', 'ショップのページで、ご注文をもう一度開いてください。'],
    other: ['お支払いを開始できませんでした', 'もう一度お試しいただくか、ショップにお問い合わせください。'],
  },

  reconnecting: '再接続しています…',
  offline: 'オフラインです。接続が回復しだい続行します。',
  cancelRefused: 'このお支払いはもうキャンセルできません。',

  order: (id) => `注文番号 ${id}`,
  errorCode: (code) => `エラーコード：${code}`,

  back: '戻る',
  choose: ['ウォレットを選択', '金額は選んだウォレットで確認します。'],
  listing: '少々お待ちください。',
  noneAvailable: ['利用できるウォレットがありません', '後でもう一度お試しいただくか、ショップにお問い合わせください。'],
  unavailable: {
    payment_account_not_available: 'このショップでは設定されていません。',
    exceed_channel_limit_rule: '金額が利用できる範囲外です。',
    service_degrade: '現在、障害が発生しています。',
    channel_not_support_currency: 'この通貨には対応していません。',
    channel_disable: '現在、このショップでは利用できません。',
    channel_not_in_service_time: '現在は利用時間外です。',
    no_pay_options: 'このご注文には利用できません。',
    other: '現在は利用できません。',
  },

  notOpened: ['{wallet}が開きませんでしたか？', '別の方法をお試しください。二重に支払われることはありません。'],
  openPage: 'Webページで支払う',
  showCode: 'QRコードを表示',
  newLink: '新しいリンクを取得',
  confirmHere: ['お支払いを確定してください', '{wallet}の確認画面がここに表示されます。'],

  outside: ['ブラウザで続けてください', 'このアプリからは{wallet}を開けません。'],
  outsideSteps: ['画面上部の「⋯」をタップします。', '「ブラウザで開く」を選びます。'],
  outsideHint: '反応がない場合は、このページをブラウザで開いてください。',

  copyLink: 'リンクをコピー',
  linkCopied: 'リンクをコピーしました',
  copyByHand: 'リンクを長押しするとコピーできます。',
  saveCode: 'QRコードを保存',
  scanSaved: 'または、QRコードを保存し、{wallet}で写真から読み取ってください。',
  sendToPhone: 'スマートフォンに送る',
};
