import type { Messages } from './messages.ts';

// Awaits a native reader.
export const ms: Messages = {
  alipay: 'Alipay',
  payWith: 'Bayar dengan {wallet}',
  cancel: 'Batal',
  close: 'Tutup',
  newCode: 'Dapatkan kod baharu',
  tryAgain: 'Cuba lagi',
  howToScan: 'Cara mengimbas',

  preparing: ['Menyediakan pembayaran anda', 'Sila tunggu sebentar.'],
  resuming: ['Mencari pembayaran anda', 'Sila tunggu sebentar.'],
  scan: ['Imbas dengan {wallet}', 'Buka {wallet} pada telefon anda dan ketik “Imbas”.'],
  expiring: ['Imbas dengan {wallet}', 'Kod QR ini hampir tamat tempoh.'],

  validFor: 'Kod sah selama',
  lessThan: (seconds) =>
    seconds >= 60 ? `Baki masa kurang daripada ${seconds / 60} minit.` : `Baki masa kurang daripada ${seconds} saat.`,
  codeAlternative: (amount, wallet) => `Imbas kod QR ini dengan ${wallet} untuk membayar ${amount}`,

  openWallet: 'Buka {wallet}',
  iHavePaid: 'Saya sudah bayar',
  payAgain: 'Bayar dengan Alipay',
  timeLeft: 'Baki masa',
  helpSteps: [
    'Buka {wallet} pada telefon anda.',
    'Ketik “Imbas” dan halakan kamera ke arah kod QR.',
    'Semak amaun dan sahkan. Halaman ini dikemas kini secara automatik.',
  ],

  opening: ['Membuka {wallet}', 'Sila tunggu sebentar.'],
  codeMissing: ['Kod QR tidak dapat dimuatkan', 'Sambungan anda mungkin perlahan. Sila cuba lagi.'],
  scanned: ['Sahkan pada telefon anda', 'Kod diimbas. Selesaikan pembayaran dalam {wallet}.'],
  open: ['Teruskan dalam {wallet}', 'Anda akan kembali ke sini apabila selesai.'],
  openWindow: ['Bayar dengan {wallet}', 'Akan dibuka dalam tetingkap baharu.'],
  windowOpen: ['Selesaikan di tetingkap {wallet}', 'Halaman ini dikemas kini secara automatik.'],
  showWindow: 'Tunjukkan tetingkap',
  reopenWindow: 'Buka {wallet} semula',
  returned: 'Kembali dari {wallet}',
  closeWindow: 'Anda boleh tutup tetingkap ini. Proses diteruskan di halaman asal.',
  scanOrOpen: ['Bayar dengan {wallet}', 'Imbas dengan telefon anda, atau buka aplikasi di sini.'],
  checking: ['Menyemak dengan {wallet}', 'Jangan bayar sekali lagi. Kami sedang menyemak hasilnya.'],
  processing: ['Pesanan diterima', 'Menunggu pengesahan {wallet}. Anda boleh tutup halaman ini.'],
  paid: ['Pembayaran berjaya', 'Pembayaran anda telah diterima. Terima kasih.'],
  paidTwice: ['Pesanan ini sudah pun dibayar', 'Kedai akan menguruskan pembayaran kedua dengan anda.'],
  timeUp: ['Masa telah tamat', 'Tiada caj dikenakan. Pesanan anda masih disimpan.'],
  voided: {
    cancelled_by_shopper: ['Pembayaran dibatalkan', 'Tiada caj dikenakan.'],
    cancelled_by_merchant: ['Dibatalkan oleh kedai', 'Tiada caj dikenakan.'],
    expired: ['Kod QR telah tamat tempoh', 'Tiada caj dikenakan. Pesanan anda masih disimpan.'],
    reversed: ['Pembayaran anda dipulangkan', 'Wang akan kembali ke sumber asalnya.'],
  },
  failed: {
    declined: ['{wallet} menolak pembayaran ini', 'Tiada caj dikenakan. Cuba baki atau kad lain dalam {wallet}.'],
    risk_rejected: ['{wallet} menolak pembayaran ini', 'Tiada caj dikenakan. Tanya {wallet} tentang sebabnya.'],
    limit_exceeded: ['Melebihi had {wallet} anda', 'Tiada caj dikenakan. Cuba baki atau kad lain dalam {wallet}.'],
    insufficient_funds: ['Baki tidak mencukupi', 'Tiada caj dikenakan. Cuba baki atau kad lain dalam {wallet}.'],
    gateway_error: ['Pembayaran tidak selesai', 'Jika {wallet} menunjukkan pembayaran, sila hubungi kedai dahulu.'],
    unknown: ['Pembayaran tidak selesai', 'Jika {wallet} menunjukkan pembayaran, sila hubungi kedai dahulu.'],
  },
  errors: {
    unreachable: ['Kedai tidak dapat dicapai', 'Sambungan anda mungkin terputus. Selamat untuk dicuba lagi.'],
    order_already_paid: ['Pesanan ini sudah dibayar', 'Tiada apa-apa lagi yang perlu dibayar.'],
    rate_limited: ['Sila tunggu sebentar', 'Terlalu banyak percubaan. Tunggu seketika, kemudian cuba lagi.'],
    unauthorized: ['Gagal memaparkan pembayaran', 'Sila buka semula pesanan anda di kedai.'],
    other: ['Gagal memulakan pembayaran', 'Sila cuba lagi, atau hubungi kedai.'],
  },

  reconnecting: 'Menyambung semula…',
  offline: 'Anda di luar talian. Kami teruskan apabila sambungan pulih.',
  cancelRefused: 'Ini tidak boleh dibatalkan lagi.',

  order: (id) => `Pesanan ${id}`,
  errorCode: (code) => `Kod ralat: ${code}`,

  back: 'Kembali',
  choose: ['Pilih e-dompet anda', 'Anda sahkan amaun di sana.'],
  listing: 'Sila tunggu sebentar.',
  noneAvailable: ['Tiada e-dompet tersedia', 'Sila cuba lagi kemudian, atau hubungi kedai.'],
  unavailable: {
    payment_account_not_available: 'Belum disediakan untuk kedai ini.',
    exceed_channel_limit_rule: 'Amaun di luar hadnya.',
    service_degrade: 'Mengalami gangguan buat masa ini.',
    channel_not_support_currency: 'Tidak menerima mata wang ini.',
    channel_disable: 'Kedai tidak menerimanya sekarang.',
    channel_not_in_service_time: 'Di luar waktu perkhidmatan.',
    no_pay_options: 'Tidak boleh digunakan untuk pesanan ini.',
    other: 'Tidak tersedia buat masa ini.',
  },

  notOpened: ['{wallet} tidak terbuka?', 'Cuba cara lain. Anda hanya bayar sekali.'],
  openPage: 'Bayar di halaman web',
  showCode: 'Tunjukkan kod QR',
  newLink: 'Dapatkan pautan baharu',
  confirmHere: ['Sahkan pembayaran', '{wallet} akan meminta pengesahan anda di sini.'],

  outside: ['Teruskan dalam pelayar anda', '{wallet} tidak boleh dibuka dari aplikasi ini.'],
  outsideSteps: ['Ketik ⋯ di bahagian atas skrin.', 'Pilih “Buka dalam pelayar”.'],
  outsideHint: 'Tiada apa-apa berlaku? Buka halaman ini dalam pelayar anda.',

  copyLink: 'Salin pautan',
  linkCopied: 'Pautan disalin',
  copyByHand: 'Tekan lama pautan untuk menyalinnya.',
  saveCode: 'Simpan kod QR',
  scanSaved: 'Atau simpan kod QR, dan imbas daripada foto anda dengan {wallet}.',
  sendToPhone: 'Hantar ke telefon saya',
};
