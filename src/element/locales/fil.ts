import type { Messages } from './messages.ts';

// Awaits a native reader. As the wallets of the Philippines speak: English words where nobody says the Filipino one.
export const fil: Messages = {
  alipay: 'Alipay',
  payWith: 'Magbayad gamit ang {wallet}',
  cancel: 'Kanselahin',
  close: 'Isara',
  newCode: 'Kumuha ng bagong QR code',
  tryAgain: 'Subukan ulit',
  howToScan: 'Paano mag-scan',

  preparing: ['Inihahanda ang bayad mo', 'Sandali lang.'],
  resuming: ['Hinahanap ang bayad mo', 'Sandali lang.'],
  scan: ['I-scan gamit ang {wallet}', 'Buksan ang {wallet} sa phone mo at i-tap ang “Scan”.'],
  expiring: ['I-scan gamit ang {wallet}', 'Malapit nang mag-expire ang QR code.'],

  validFor: 'Natitirang oras',
  lessThan: (seconds) =>
    seconds >= 60 ? `Wala pang ${seconds / 60} minuto ang natitira.` : `Wala pang ${seconds} segundo ang natitira.`,
  codeAlternative: (amount, wallet) => `I-scan ang QR code na ito gamit ang ${wallet} para magbayad ng ${amount}`,

  openWallet: 'Buksan ang {wallet}',
  iHavePaid: 'Nagbayad na ako',
  payAgain: 'Magbayad gamit ang Alipay',
  timeLeft: 'Natitirang oras',
  helpSteps: [
    'Buksan ang {wallet} sa phone mo.',
    'I-tap ang “Scan” at itapat ang camera sa QR code.',
    'Tingnan ang halaga at kumpirmahin. Kusang mag-a-update ang page na ito.',
  ],

  opening: ['Binubuksan ang {wallet}', 'Sandali lang.'],
  codeMissing: ['Hindi na-load ang QR code', 'Baka mabagal ang koneksyon mo. Pakisubukan ulit.'],
  scanned: ['Kumpirmahin sa phone mo', 'Na-scan na ang code. Tapusin ang bayad sa {wallet}.'],
  open: ['Magpatuloy sa {wallet}', 'Babalik ka rito kapag tapos ka na.'],
  openWindow: ['Magbayad gamit ang {wallet}', 'Magbubukas ito sa bagong window.'],
  windowOpen: ['Tapusin sa window ng {wallet}', 'Kusang mag-a-update ang page na ito.'],
  showWindow: 'Ipakita ang window',
  reopenWindow: 'Buksan ulit ang {wallet}',
  returned: 'Nakabalik na mula sa {wallet}',
  closeWindow: 'Puwede mo nang isara ang window na ito. Magpapatuloy ang naunang page.',
  scanOrOpen: ['Magbayad gamit ang {wallet}', 'I-scan gamit ang phone mo, o buksan ang app dito.'],
  checking: ['Inaalam sa {wallet}', 'Huwag munang magbayad ulit. Tinitingnan pa namin ang resulta.'],
  processing: ['Natanggap ang order', 'Kinukumpirma ng {wallet} ang bayad mo. Puwede mo nang isara ang page.'],
  paid: ['Bayad na', 'Natanggap na ang bayad mo. Salamat.'],
  paidTwice: ['Bayad na dati ang order na ito', 'Aayusin ng shop ang ikalawang bayad mo.'],
  timeUp: ['Tapos na ang oras', 'Hindi ka siningil. Narito pa ang order mo.'],
  voided: {
    cancelled_by_shopper: ['Kinansela ang bayad', 'Hindi ka siningil.'],
    cancelled_by_merchant: ['Kinansela ng shop', 'Hindi ka siningil.'],
    expired: ['Nag-expire na ang QR code', 'Hindi ka siningil. Narito pa ang order mo.'],
    reversed: ['Ibinalik ang bayad mo', 'Babalik ang pera sa pinanggalingan nito.'],
  },
  failed: {
    declined: ['Tinanggihan ng {wallet} ang bayad', 'Hindi ka siningil. Sumubok ng ibang balanse o card sa {wallet}.'],
    risk_rejected: ['Tinanggihan ng {wallet} ang bayad', 'Hindi ka siningil. Itanong sa {wallet} ang dahilan.'],
    limit_exceeded: [
      'Lampas sa limit mo sa {wallet}',
      'Hindi ka siningil. Sumubok ng ibang balanse o card sa {wallet}.',
    ],
    insufficient_funds: ['Kulang ang balanse', 'Hindi ka siningil. Sumubok ng ibang balanse o card sa {wallet}.'],
    gateway_error: ['Hindi nakumpleto ang bayad', 'Kung may lumabas na bayad sa {wallet}, magtanong muna sa shop.'],
    unknown: ['Hindi nakumpleto ang bayad', 'Kung may lumabas na bayad sa {wallet}, magtanong muna sa shop.'],
  },
  errors: {
    unreachable: ['Hindi makakonekta sa shop', 'Baka naputol ang koneksyon mo. Ligtas na sumubok ulit.'],
    order_already_paid: ['Bayad na ang order na ito', 'Wala nang kailangang bayaran.'],
    rate_limited: ['Sandali lang', 'Masyadong maraming subok. Maghintay muna, saka ulitin.'],
    unauthorized: ['Hindi maipakita ang bayad na ito', 'Pakibuksan ulit ang order mo sa shop.'],
    other: ['Hindi masimulan ang bayad', 'Pakisubukan ulit, o magtanong sa shop.'],
  },

  reconnecting: 'Kumokonekta ulit…',
  offline: 'Offline ka. Magpapatuloy kami pagbalik ng koneksyon mo.',
  cancelRefused: 'Hindi na ito makakansela.',

  order: (id) => `Order ${id}`,
  errorCode: (code) => `Error code: ${code}`,

  back: 'Bumalik',
  choose: ['Pumili ng e-wallet', 'Doon mo kukumpirmahin ang halaga.'],
  listing: 'Sandali lang.',
  noneAvailable: ['Walang available na e-wallet', 'Pakisubukan ulit mamaya, o magtanong sa shop.'],
  unavailable: {
    payment_account_not_available: 'Hindi pa naka-set up sa shop na ito.',
    exceed_channel_limit_rule: 'Wala sa limit nito ang halaga.',
    service_degrade: 'May problema ito sa ngayon.',
    channel_not_support_currency: 'Hindi nito tanggap ang currency na ito.',
    channel_disable: 'Hindi ito tinatanggap ng shop ngayon.',
    channel_not_in_service_time: 'Sarado ito sa oras na ito.',
    no_pay_options: 'Hindi ito magagamit sa order na ito.',
    other: 'Hindi available sa ngayon.',
  },

  notOpened: ['Hindi ba nagbukas ang {wallet}?', 'Sumubok ng ibang paraan. Isang beses ka lang magbabayad.'],
  openPage: 'Magbayad sa web page nito',
  showCode: 'Ipakita ang QR code',
  newLink: 'Kumuha ng bagong link',
  confirmHere: ['Kumpirmahin ang bayad', 'Ipapakumpirma ito sa iyo ng {wallet} dito.'],

  outside: ['Magpatuloy sa browser mo', 'Hindi mabuksan ang {wallet} mula sa app na ito.'],
  outsideSteps: ['I-tap ang ⋯ sa itaas ng screen.', 'Piliin ang “Buksan sa browser”.'],
  outsideHint: 'Walang nangyari? Buksan ang page na ito sa browser mo.',

  copyLink: 'Kopyahin ang link',
  linkCopied: 'Nakopya ang link',
  copyByHand: 'Pindutin nang matagal ang link para kopyahin.',
  saveCode: 'I-save ang QR code',
  scanSaved: 'O i-save ang QR code, saka i-scan mula sa photos mo gamit ang {wallet}.',
  sendToPhone: 'Ipadala sa phone ko',
};
