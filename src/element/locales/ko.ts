import type { Messages } from './messages.ts';

// Awaits a native reader. Particles that change with the sound before them stand behind words of ours, never a name.
export const ko: Messages = {
  alipay: 'Alipay',
  payWith: '{wallet} 결제하기',
  cancel: '취소',
  close: '닫기',
  newCode: '새 QR코드 받기',
  tryAgain: '다시 시도',
  howToScan: '스캔 방법',

  preparing: ['결제를 준비하고 있습니다', '잠시만 기다려 주세요.'],
  resuming: ['결제를 확인하고 있습니다', '잠시만 기다려 주세요.'],
  scan: ['{wallet} 앱에서 스캔해 주세요', '휴대폰에서 {wallet} 앱을 열고 ‘스캔’을 눌러 주세요.'],
  expiring: ['{wallet} 앱에서 스캔해 주세요', 'QR코드가 곧 만료됩니다.'],

  validFor: 'QR코드 유효 시간',
  lessThan: (seconds) => (seconds >= 60 ? `${seconds / 60}분 미만 남았습니다.` : `${seconds}초 미만 남았습니다.`),
  codeAlternative: (amount, wallet) => `${wallet} 앱에서 이 QR코드를 스캔하여 ${amount} 결제`,

  openWallet: '{wallet} 열기',
  iHavePaid: '결제를 완료했습니다',
  payAgain: 'Alipay로 결제',
  timeLeft: '남은 시간',
  helpSteps: [
    '휴대폰에서 {wallet} 앱을 여세요.',
    '‘스캔’을 누르고 카메라로 QR코드를 비추세요.',
    '금액을 확인하고 결제를 승인하세요. 이 페이지는 자동으로 업데이트됩니다.',
  ],

  opening: ['{wallet} 앱을 열고 있습니다', '잠시만 기다려 주세요.'],
  codeMissing: ['QR코드를 불러오지 못했습니다', '연결이 느릴 수 있습니다. 다시 시도해 주세요.'],
  scanned: ['휴대폰에서 승인해 주세요', '스캔되었습니다. {wallet} 앱에서 결제를 완료해 주세요.'],
  open: ['{wallet} 앱에서 계속해 주세요', '완료하면 이 페이지로 돌아옵니다.'],
  openWindow: ['{wallet} 결제', '새 창에서 열립니다.'],
  windowOpen: ['{wallet} 창에서 결제해 주세요', '이 페이지는 자동으로 업데이트됩니다.'],
  showWindow: '결제 창 보기',
  reopenWindow: '{wallet} 다시 열기',
  returned: '{wallet}에서 돌아왔습니다',
  closeWindow: '이 창은 닫아도 됩니다. 원래 페이지에서 계속됩니다.',
  scanOrOpen: ['{wallet} 결제', '휴대폰으로 스캔하거나 여기에서 앱을 열어 주세요.'],
  checking: ['{wallet}에 확인하고 있습니다', '다시 결제하지 마세요. 결과를 확인 중입니다.'],
  processing: ['주문이 접수되었습니다', '{wallet}에서 결제를 확인 중입니다. 이 페이지를 닫아도 됩니다.'],
  paid: ['결제 완료', '결제가 확인되었습니다. 감사합니다.'],
  paidTwice: ['이미 결제된 주문입니다', '두 번째 결제는 판매자가 처리해 드립니다.'],
  timeUp: ['결제 시간이 초과되었습니다', '결제된 금액은 없습니다. 주문은 그대로 유지됩니다.'],
  voided: {
    cancelled_by_shopper: ['결제가 취소되었습니다', '결제된 금액은 없습니다.'],
    cancelled_by_merchant: ['판매자가 결제를 취소했습니다', '결제된 금액은 없습니다.'],
    expired: ['QR코드가 만료되었습니다', '결제된 금액은 없습니다. 주문은 그대로 유지됩니다.'],
    reversed: ['결제가 환불되었습니다', '금액은 원래 결제 수단으로 돌아갑니다.'],
  },
  failed: {
    declined: [
      '{wallet}에서 결제를 거절했습니다',
      '결제된 금액은 없습니다. {wallet} 앱에서 다른 결제 수단을 이용해 주세요.',
    ],
    risk_rejected: ['{wallet}에서 결제를 거절했습니다', '결제된 금액은 없습니다. 사유는 {wallet}에 문의해 주세요.'],
    limit_exceeded: [
      '{wallet} 한도를 초과했습니다',
      '결제된 금액은 없습니다. {wallet} 앱에서 다른 결제 수단을 이용해 주세요.',
    ],
    insufficient_funds: [
      '잔액이 부족합니다',
      '결제된 금액은 없습니다. {wallet} 앱에서 다른 결제 수단을 이용해 주세요.',
    ],
    gateway_error: ['결제가 완료되지 않았습니다', '{wallet}에 결제 내역이 있으면 먼저 판매자에게 문의해 주세요.'],
    unknown: ['결제가 완료되지 않았습니다', '{wallet}에 결제 내역이 있으면 먼저 판매자에게 문의해 주세요.'],
  },
  errors: {
    unreachable: ['쇼핑몰에 연결할 수 없습니다', '연결이 끊겼을 수 있습니다. 다시 시도해도 안전합니다.'],
    order_already_paid: ['이미 결제된 주문입니다', '추가로 결제하지 않으셔도 됩니다.'],
    rate_limited: ['잠시만 기다려 주세요', '시도 횟수가 너무 많습니다. 잠시 후 다시 시도해 주세요.'],
    unauthorized: ['결제를 표시할 수 없습니다', '쇼핑몰에서 주문을 다시 열어 주세요.'],
    other: ['결제를 시작하지 못했습니다', '다시 시도하거나 판매자에게 문의해 주세요.'],
  },

  reconnecting: '다시 연결하는 중…',
  offline: '오프라인입니다. 다시 연결되면 바로 계속합니다.',
  cancelRefused: '더 이상 취소할 수 없습니다.',

  order: (id) => `주문번호 ${id}`,
  errorCode: (code) => `오류 코드: ${code}`,

  back: '뒤로',
  choose: ['간편결제를 선택해 주세요', '금액은 선택한 앱에서 확인합니다.'],
  listing: '잠시만 기다려 주세요.',
  noneAvailable: ['이용할 수 있는 간편결제가 없습니다', '나중에 다시 시도하거나 판매자에게 문의해 주세요.'],
  unavailable: {
    payment_account_not_available: '이 쇼핑몰에 아직 설정되어 있지 않습니다.',
    exceed_channel_limit_rule: '이용 한도를 벗어난 금액입니다.',
    service_degrade: '현재 장애가 발생했습니다.',
    channel_not_support_currency: '이 통화를 지원하지 않습니다.',
    channel_disable: '현재 이 쇼핑몰에서 이용할 수 없습니다.',
    channel_not_in_service_time: '지금은 이용 시간이 아닙니다.',
    no_pay_options: '이 주문에는 사용할 수 없습니다.',
    other: '지금은 이용할 수 없습니다.',
  },

  notOpened: ['{wallet} 앱이 열리지 않았나요?', '다른 방법을 이용해 보세요. 중복 결제되지 않습니다.'],
  openPage: '웹페이지에서 결제',
  showCode: 'QR코드 보기',
  newLink: '새 링크 받기',
  confirmHere: ['결제를 확인해 주세요', '여기에 나타나는 {wallet} 화면에서 확인해 주세요.'],

  outside: ['브라우저에서 계속해 주세요', '이 앱에서는 {wallet} 앱을 열 수 없습니다.'],
  outsideSteps: ['화면 위쪽의 ⋯ 버튼을 누르세요.', '‘브라우저에서 열기’를 선택하세요.'],
  outsideHint: '반응이 없나요? 브라우저에서 이 페이지를 열어 주세요.',

  copyLink: '링크 복사',
  linkCopied: '링크가 복사되었습니다',
  copyByHand: '링크를 길게 눌러 복사해 주세요.',
  saveCode: 'QR코드 저장',
  scanSaved: '또는 QR코드를 저장한 뒤 {wallet} 앱에서 사진으로 스캔해 주세요.',
  sendToPhone: '내 휴대폰으로 보내기',
};
