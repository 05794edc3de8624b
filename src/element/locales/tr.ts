import type { Messages } from './messages.ts';

// Awaits a native reader. Names of wallets take no endings: "uygulaması" and the like take them instead.
export const tr: Messages = {
  alipay: 'Alipay',
  payWith: '{wallet} ile öde',
  cancel: 'İptal et',
  close: 'Kapat',
  newCode: 'Yeni kod al',
  tryAgain: 'Tekrar dene',
  howToScan: 'Nasıl taranır',

  preparing: ['Ödemeniz hazırlanıyor', 'Bu biraz sürebilir.'],
  resuming: ['Ödemeniz aranıyor', 'Bu biraz sürebilir.'],
  scan: ['{wallet} ile tarayın', 'Telefonunuzda {wallet} uygulamasını açın ve “Tara”ya dokunun.'],
  expiring: ['{wallet} ile tarayın', 'Bu kodun süresi dolmak üzere.'],

  validFor: 'Kodun geçerlilik süresi',
  lessThan: (seconds) => (seconds >= 60 ? `${seconds / 60} dakikadan az kaldı.` : `${seconds} saniyeden az kaldı.`),
  codeAlternative: (amount, wallet) => `${amount} ödemek için bu kodu ${wallet} ile tarayın`,

  openWallet: '{wallet} uygulamasını aç',
  iHavePaid: 'Ödedim',
  payAgain: 'Alipay ile öde',
  timeLeft: 'Kalan süre',
  helpSteps: [
    'Telefonunuzda {wallet} uygulamasını açın.',
    '“Tara”ya dokunun ve kamerayı koda tutun.',
    'Tutarı kontrol edip onaylayın. Bu sayfa kendiliğinden güncellenir.',
  ],

  opening: ['{wallet} açılıyor', 'Bu biraz sürebilir.'],
  codeMissing: ['Kod yüklenmedi', 'Bağlantınız yavaş olabilir. Lütfen tekrar deneyin.'],
  scanned: ['Telefonunuzda onaylayın', 'Kod tarandı. Ödemeyi {wallet} uygulamasında tamamlayın.'],
  open: ['{wallet} ile devam edin', 'İşiniz bitince buraya dönersiniz.'],
  openWindow: ['{wallet} ile öde', 'Ayrı bir pencerede açılır.'],
  windowOpen: ['{wallet} penceresinde tamamlayın', 'Bu sayfa kendiliğinden güncellenir.'],
  showWindow: 'Pencereyi göster',
  reopenWindow: '{wallet} penceresini yeniden aç',
  returned: '{wallet} ile işlem sonrası',
  closeWindow: 'Bu pencereyi kapatabilirsiniz. İlk pencere devam eder.',
  scanOrOpen: ['{wallet} ile öde', 'Telefonunuzla tarayın veya uygulamayı burada açın.'],
  checking: ['{wallet} ile kontrol ediliyor', 'Tekrar ödemeyin. Sonucu soruyoruz.'],
  processing: ['Siparişiniz alındı', '{wallet} ödemenizi onaylıyor. Bu sayfayı kapatabilirsiniz.'],
  paid: ['Ödendi', 'Ödemeniz ulaştı. Teşekkür ederiz.'],
  paidTwice: ['Bu sipariş zaten ödenmişti', 'Mağaza ikinci ödemeyi sizinle çözecek.'],
  timeUp: ['Süre doldu', 'Hesabınızdan para çekilmedi. Siparişiniz duruyor.'],
  voided: {
    cancelled_by_shopper: ['Ödeme iptal edildi', 'Hesabınızdan para çekilmedi.'],
    cancelled_by_merchant: ['Mağaza iptal etti', 'Hesabınızdan para çekilmedi.'],
    expired: ['Kodun süresi doldu', 'Hesabınızdan para çekilmedi. Siparişiniz duruyor.'],
    reversed: ['Ödemeniz iade edildi', 'Para, çekildiği yere geri döner.'],
  },
  failed: {
    declined: [
      '{wallet} bu ödemeyi reddetti',
      'Hesabınızdan para çekilmedi. {wallet} uygulamasında başka bir ödeme yöntemi seçin.',
    ],
    risk_rejected: ['{wallet} bu ödemeyi reddetti', 'Hesabınızdan para çekilmedi. Nedenini {wallet} açıklayabilir.'],
    limit_exceeded: [
      '{wallet} limiti aşıldı',
      'Hesabınızdan para çekilmedi. {wallet} uygulamasında başka bir ödeme yöntemi seçin.',
    ],
    insufficient_funds: [
      'Bakiye yetersiz',
      'Hesabınızdan para çekilmedi. {wallet} uygulamasında başka bir ödeme yöntemi seçin.',
    ],
    gateway_error: ['Ödeme tamamlanmadı', '{wallet} bir ödeme gösteriyorsa lütfen önce mağazaya sorun.'],
    unknown: ['Ödeme tamamlanmadı', '{wallet} bir ödeme gösteriyorsa lütfen önce mağazaya sorun.'],
  },
  errors: {
    unreachable: ['Mağazaya ulaşılamıyor', 'Bağlantınız kesilmiş olabilir. Tekrar denemek güvenlidir.'],
    order_already_paid: ['Bu sipariş zaten ödendi', 'Ödenecek bir şey kalmadı.'],
    rate_limited: ['Lütfen biraz bekleyin', 'Çok fazla deneme yapıldı. Biraz sonra tekrar deneyin.'],
    unauthorized: ['Bu ödeme gösterilemiyor', 'Lütfen siparişinizi mağazada yeniden açın.'],
    other: ['Ödeme başlatılamadı', 'Lütfen tekrar deneyin veya mağazaya sorun.'],
  },

  reconnecting: 'Yeniden bağlanılıyor…',
  offline: 'Çevrimdışısınız. Bağlantı gelince devam ederiz.',
  cancelRefused: 'Bu ödeme artık iptal edilemez.',

  order: (id) => `Sipariş ${id}`,
  errorCode: (code) => `Hata kodu: ${code}`,

  back: 'Geri',
  choose: ['Cüzdanınızı seçin', 'Tutarı orada onaylarsınız.'],
  listing: 'Bu biraz sürebilir.',
  noneAvailable: ['Kullanılabilir cüzdan yok', 'Lütfen daha sonra deneyin veya mağazaya sorun.'],
  unavailable: {
    payment_account_not_available: 'Bu mağaza için ayarlanmamış.',
    exceed_channel_limit_rule: 'Tutar, limitlerinin dışında.',
    service_degrade: 'Şu anda sorun yaşıyor.',
    channel_not_support_currency: 'Bu para birimini kabul etmiyor.',
    channel_disable: 'Mağaza şu anda kabul etmiyor.',
    channel_not_in_service_time: 'Bu saatte hizmet vermiyor.',
    no_pay_options: 'Bu siparişi ödeyemez.',
    other: 'Şu anda kullanılamıyor.',
  },

  notOpened: ['{wallet} açılmadı mı?', 'Başka bir yol deneyin. Yalnızca bir kez ödersiniz.'],
  openPage: 'Web sayfasında öde',
  showCode: 'Kod göster',
  newLink: 'Yeni bağlantı al',
  confirmHere: ['Ödemeyi onaylayın', '{wallet} burada onayınızı istiyor.'],

  outside: ['Tarayıcınızda devam edin', '{wallet} bu uygulamadan açılamıyor.'],
  outsideSteps: ['Ekranın üstündeki ⋯ simgesine dokunun.', '“Tarayıcıda aç”ı seçin.'],
  outsideHint: 'Bir şey olmadı mı? Bu sayfayı tarayıcınızda açın.',

  copyLink: 'Bağlantıyı kopyala',
  linkCopied: 'Bağlantı kopyalandı',
  copyByHand: 'Kopyalamak için bağlantıya basılı tutun.',
  saveCode: 'Kodu kaydet',
  scanSaved: 'Ya da kodu kaydedip {wallet} ile fotoğraflarınızdan tarayın.',
  sendToPhone: 'Telefonuma gönder',
};
