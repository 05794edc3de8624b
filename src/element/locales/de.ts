import type { Messages } from './messages.ts';

// Awaits a native reader.
export const de: Messages = {
  alipay: 'Alipay',
  payWith: 'Mit {wallet} bezahlen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  newCode: 'Neuen Code anfordern',
  tryAgain: 'Erneut versuchen',
  howToScan: 'So scannen Sie',

  preparing: ['Zahlung wird vorbereitet', 'Einen Moment bitte.'],
  resuming: ['Ihre Zahlung wird gesucht', 'Einen Moment bitte.'],
  scan: ['Mit {wallet} scannen', 'Öffnen Sie {wallet} auf dem Handy und tippen Sie auf „Scannen“.'],
  expiring: ['Mit {wallet} scannen', 'Dieser Code läuft gleich ab.'],

  validFor: 'Code läuft ab in',
  lessThan: (seconds) =>
    seconds > 60
      ? `Noch weniger als ${seconds / 60} Minuten.`
      : seconds === 60
        ? 'Noch weniger als 1 Minute.'
        : `Noch weniger als ${seconds} Sekunden.`,
  codeAlternative: (amount, wallet) => `Scannen Sie diesen Code mit ${wallet}, um ${amount} zu bezahlen`,

  openWallet: '{wallet} öffnen',
  iHavePaid: 'Ich habe bezahlt',
  payAgain: 'Mit Alipay bezahlen',
  timeLeft: 'Verbleibende Zeit',
  helpSteps: [
    'Öffnen Sie {wallet} auf dem Handy.',
    'Tippen Sie auf „Scannen“ und richten Sie die Kamera auf den Code.',
    'Prüfen Sie den Betrag und bestätigen Sie. Diese Seite aktualisiert sich von selbst.',
  ],

  opening: ['{wallet} wird geöffnet', 'Einen Moment bitte.'],
  codeMissing: ['Der Code wurde nicht geladen', 'Vielleicht ist die Verbindung langsam. Versuchen Sie es erneut.'],
  scanned: ['Auf dem Handy bestätigen', 'Scan erkannt. Schließen Sie die Zahlung in {wallet} ab.'],
  open: ['Weiter in {wallet}', 'Danach kommen Sie hierher zurück.'],
  openWindow: ['Mit {wallet} bezahlen', 'Es öffnet sich ein eigenes Fenster.'],
  windowOpen: ['Weiter im Fenster von {wallet}', 'Diese Seite aktualisiert sich von selbst.'],
  showWindow: 'Fenster anzeigen',
  reopenWindow: '{wallet} erneut öffnen',
  returned: 'Zurück von {wallet}',
  closeWindow: 'Sie können dieses Fenster schließen. Im ersten geht es weiter.',
  scanOrOpen: ['Mit {wallet} bezahlen', 'Scannen Sie mit dem Handy oder öffnen Sie die App hier.'],
  checking: ['Wir fragen bei {wallet} nach', 'Bitte zahlen Sie nicht noch einmal. Das Ergebnis wird abgefragt.'],
  processing: ['Bestellung eingegangen', '{wallet} bestätigt gerade Ihre Zahlung. Sie können diese Seite schließen.'],
  paid: ['Bezahlt', 'Ihre Zahlung ist eingegangen. Vielen Dank.'],
  paidTwice: ['Bestellung war bereits bezahlt', 'Der Shop klärt die zweite Zahlung mit Ihnen.'],
  timeUp: ['Die Zeit ist abgelaufen', 'Es wurde nichts abgebucht. Ihre Bestellung ist noch da.'],
  voided: {
    cancelled_by_shopper: ['Zahlung abgebrochen', 'Es wurde nichts abgebucht.'],
    cancelled_by_merchant: ['Vom Shop storniert', 'Es wurde nichts abgebucht.'],
    expired: ['Der Code ist abgelaufen', 'Es wurde nichts abgebucht. Ihre Bestellung ist noch da.'],
    reversed: ['Ihre Zahlung wurde erstattet', 'Das Geld geht auf dem ursprünglichen Zahlungsweg zurück.'],
  },
  failed: {
    declined: ['Von {wallet} abgelehnt', 'Es wurde nichts abgebucht. Wählen Sie in {wallet} eine andere Zahlungsart.'],
    risk_rejected: ['Von {wallet} abgelehnt', 'Es wurde nichts abgebucht. Den Grund erfahren Sie bei {wallet}.'],
    limit_exceeded: [
      'Limit bei {wallet} überschritten',
      'Es wurde nichts abgebucht. Wählen Sie in {wallet} eine andere Zahlungsart.',
    ],
    insufficient_funds: [
      'Das Guthaben reicht nicht aus',
      'Es wurde nichts abgebucht. Wählen Sie in {wallet} eine andere Zahlungsart.',
    ],
    gateway_error: [
      'Zahlung nicht abgeschlossen',
      'Falls {wallet} eine Zahlung anzeigt, fragen Sie bitte zuerst im Shop nach.',
    ],
    unknown: [
      'Zahlung nicht abgeschlossen',
      'Falls {wallet} eine Zahlung anzeigt, fragen Sie bitte zuerst im Shop nach.',
    ],
  },
  errors: {
    unreachable: ['Der Shop ist nicht erreichbar', 'Vielleicht sind Sie offline. Ein neuer Versuch ist unbedenklich.'],
    order_already_paid: ['Bestellung ist bereits bezahlt', 'Es ist nichts mehr zu zahlen.'],
    rate_limited: ['Einen Moment bitte', 'Zu viele Versuche. Warten Sie kurz und versuchen Sie es erneut.'],
    unauthorized: ['Zahlung nicht abrufbar', 'Bitte öffnen Sie Ihre Bestellung im Shop noch einmal.'],
    other: ['Zahlung nicht gestartet', 'Bitte versuchen Sie es erneut oder fragen Sie im Shop nach.'],
  },

  reconnecting: 'Verbindung wird wiederhergestellt\u00a0…',
  offline: 'Sie sind offline. Mit Verbindung geht es weiter.',
  cancelRefused: 'Abbrechen ist nicht mehr möglich.',

  order: (id) => `Bestellung ${id}`,
  errorCode: (code) => `Fehlercode: ${code}`,

  back: 'Zurück',
  choose: ['Wallet auswählen', 'Den Betrag bestätigen Sie dort.'],
  listing: 'Einen Moment bitte.',
  noneAvailable: ['Keine Wallet verfügbar', 'Versuchen Sie es später erneut oder fragen Sie im Shop nach.'],
  unavailable: {
    payment_account_not_available: 'Für diesen Shop nicht eingerichtet.',
    exceed_channel_limit_rule: 'Der Betrag liegt außerhalb der Limits.',
    service_degrade: 'Zurzeit gestört.',
    channel_not_support_currency: 'Diese Währung wird nicht unterstützt.',
    channel_disable: 'Wird vom Shop zurzeit nicht angenommen.',
    channel_not_in_service_time: 'Zu dieser Uhrzeit nicht verfügbar.',
    no_pay_options: 'Für diese Bestellung nicht nutzbar.',
    other: 'Zurzeit nicht verfügbar.',
  },

  notOpened: ['{wallet} öffnet sich nicht?', 'Versuchen Sie einen anderen Weg. Sie zahlen nur einmal.'],
  openPage: 'Zur Zahlungsseite',
  showCode: 'Code anzeigen',
  newLink: 'Neuen Link anfordern',
  confirmHere: ['Zahlung bestätigen', '{wallet} bittet Sie hier um Ihre Bestätigung.'],

  outside: ['Im Browser fortfahren', '{wallet} lässt sich aus dieser App nicht öffnen.'],
  outsideSteps: ['Tippen Sie oben auf ⋯.', 'Wählen Sie „Im Browser öffnen“.'],
  outsideHint: 'Nichts passiert? Öffnen Sie diese Seite im Browser.',

  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  copyByHand: 'Zum Kopieren Link gedrückt halten.',
  saveCode: 'Code speichern',
  scanSaved: 'Oder Code speichern und mit {wallet} aus Ihren Fotos scannen.',
  sendToPhone: 'An mein Handy senden',
};
