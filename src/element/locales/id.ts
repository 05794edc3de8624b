import type { Messages } from './messages.ts';

// Awaits a native reader.
export const id: Messages = {
  alipay: 'Alipay',
  payWith: 'Bayar dengan {wallet}',
  cancel: 'Batal',
  close: 'Tutup',
  newCode: 'Dapatkan kode baru',
  tryAgain: 'Coba lagi',
  howToScan: 'Cara memindai',

  preparing: ['Menyiapkan pembayaran', 'Mohon tunggu sebentar.'],
  resuming: ['Mencari pembayaran Anda', 'Mohon tunggu sebentar.'],
  scan: ['Pindai dengan {wallet}', 'Buka {wallet} di ponsel Anda, lalu ketuk “Pindai”.'],
  expiring: ['Pindai dengan {wallet}', 'Kode QR ini segera kedaluwarsa.'],

  validFor: 'Berlaku selama',
  lessThan: (seconds) =>
    seconds >= 60 ? `Tersisa kurang dari ${seconds / 60} menit.` : `Tersisa kurang dari ${seconds} detik.`,
  codeAlternative: (amount, wallet) => `Pindai kode QR ini dengan ${wallet} untuk membayar ${amount}`,

  openWallet: 'Buka {wallet}',
  iHavePaid: 'Saya sudah bayar',
  payAgain: 'Bayar dengan Alipay',
  timeLeft: 'Sisa waktu',
  helpSteps: [
    'Buka {wallet} di ponsel Anda.',
    'Ketuk “Pindai” dan arahkan kamera ke kode QR.',
    'Periksa nominalnya, lalu konfirmasi. Halaman ini diperbarui otomatis.',
  ],

  opening: ['Membuka {wallet}', 'Mohon tunggu sebentar.'],
  codeMissing: ['Kode QR gagal dimuat', 'Koneksi Anda mungkin lambat. Silakan coba lagi.'],
  scanned: ['Konfirmasi di ponsel Anda', 'Kode dipindai. Selesaikan pembayaran di {wallet}.'],
  open: ['Lanjutkan di {wallet}', 'Anda akan kembali ke sini setelah selesai.'],
  openWindow: ['Bayar dengan {wallet}', 'Akan dibuka di jendela baru.'],
  windowOpen: ['Selesaikan di jendela {wallet}', 'Halaman ini diperbarui otomatis.'],
  showWindow: 'Tampilkan jendela',
  reopenWindow: 'Buka {wallet} lagi',
  returned: 'Kembali dari {wallet}',
  closeWindow: 'Jendela ini boleh ditutup. Proses berlanjut di halaman awal.',
  scanOrOpen: ['Bayar dengan {wallet}', 'Pindai dengan ponsel, atau buka aplikasinya di sini.'],
  checking: ['Mengecek ke {wallet}', 'Jangan bayar ulang. Kami sedang mengecek hasilnya.'],
  processing: ['Pesanan diterima', 'Menunggu konfirmasi {wallet}. Halaman ini boleh ditutup.'],
  paid: ['Pembayaran berhasil', 'Pembayaran Anda telah diterima. Terima kasih.'],
  paidTwice: ['Pesanan ini sudah dibayar', 'Toko akan menyelesaikan pembayaran kedua dengan Anda.'],
  timeUp: ['Waktu habis', 'Dana tidak terpotong. Pesanan Anda masih tersimpan.'],
  voided: {
    cancelled_by_shopper: ['Pembayaran dibatalkan', 'Dana tidak terpotong.'],
    cancelled_by_merchant: ['Dibatalkan oleh toko', 'Dana tidak terpotong.'],
    expired: ['Kode QR sudah kedaluwarsa', 'Dana tidak terpotong. Pesanan Anda masih tersimpan.'],
    reversed: ['Pembayaran Anda dikembalikan', 'Dana kembali ke sumber dana semula.'],
  },
  failed: {
    declined: ['{wallet} menolak pembayaran ini', 'Dana tidak terpotong. Coba saldo atau kartu lain di {wallet}.'],
    risk_rejected: ['{wallet} menolak pembayaran ini', 'Dana tidak terpotong. Tanyakan alasannya ke {wallet}.'],
    limit_exceeded: ['Melebihi limit {wallet} Anda', 'Dana tidak terpotong. Coba saldo atau kartu lain di {wallet}.'],
    insufficient_funds: ['Saldo tidak cukup', 'Dana tidak terpotong. Coba saldo atau kartu lain di {wallet}.'],
    gateway_error: ['Pembayaran tidak selesai', 'Jika ada pembayaran di {wallet}, hubungi toko dulu.'],
    unknown: ['Pembayaran tidak selesai', 'Jika ada pembayaran di {wallet}, hubungi toko dulu.'],
  },
  errors: {
    unreachable: ['Tidak dapat terhubung ke toko', 'Koneksi Anda mungkin terputus. Aman untuk mencoba lagi.'],
    order_already_paid: ['Pesanan ini sudah dibayar', 'Tidak ada lagi yang perlu dibayar.'],
    rate_limited: ['Mohon tunggu sebentar', 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.'],
    unauthorized: ['Gagal menampilkan pembayaran', 'Silakan buka kembali pesanan Anda di toko.'],
    other: ['Gagal memulai pembayaran', 'Silakan coba lagi, atau hubungi toko.'],
  },

  reconnecting: 'Menyambungkan kembali…',
  offline: 'Anda sedang offline. Kami lanjutkan begitu Anda terhubung lagi.',
  cancelRefused: 'Ini tidak dapat dibatalkan lagi.',

  order: (id) => `Pesanan ${id}`,
  errorCode: (code) => `Kode kesalahan: ${code}`,

  back: 'Kembali',
  choose: ['Pilih dompet digital', 'Anda konfirmasi nominalnya di sana.'],
  listing: 'Mohon tunggu sebentar.',
  noneAvailable: ['Dompet digital tidak tersedia', 'Silakan coba lagi nanti, atau hubungi toko.'],
  unavailable: {
    payment_account_not_available: 'Belum diaktifkan untuk toko ini.',
    exceed_channel_limit_rule: 'Nominal di luar batas.',
    service_degrade: 'Sedang mengalami gangguan.',
    channel_not_support_currency: 'Tidak mendukung mata uang ini.',
    channel_disable: 'Toko tidak menerimanya saat ini.',
    channel_not_in_service_time: 'Di luar jam layanan.',
    no_pay_options: 'Tidak dapat digunakan untuk pesanan ini.',
    other: 'Tidak tersedia saat ini.',
  },

  notOpened: ['{wallet} tidak terbuka?', 'Coba cara lain. Anda hanya membayar sekali.'],
  openPage: 'Bayar di halaman web',
  showCode: 'Tampilkan kode QR',
  newLink: 'Dapatkan tautan baru',
  confirmHere: ['Konfirmasi pembayaran', '{wallet} akan meminta konfirmasi Anda di sini.'],

  outside: ['Lanjutkan di browser', '{wallet} tidak dapat dibuka dari aplikasi ini.'],
  outsideSteps: ['Ketuk ⋯ di bagian atas layar.', 'Pilih “Buka di browser”.'],
  outsideHint: 'Tidak terjadi apa-apa? Buka halaman ini di browser.',

  copyLink: 'Salin tautan',
  linkCopied: 'Tautan disalin',
  copyByHand: 'Tekan lama tautan untuk menyalinnya.',
  saveCode: 'Simpan kode QR',
  scanSaved: 'Atau simpan kode QR, lalu pindai dari galeri dengan {wallet}.',
  sendToPhone: 'Kirim ke ponsel saya',
};
