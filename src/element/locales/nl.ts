import type { Messages } from './messages.ts';

// Awaits a native reader.
export const nl: Messages = {
  alipay: 'Alipay',
  payWith: 'Betalen met {wallet}',
  cancel: 'Annuleren',
  close: 'Sluiten',
  newCode: 'Nieuwe code opvragen',
  tryAgain: 'Opnieuw proberen',
  howToScan: 'Zo scan je',

  preparing: ['Je betaling wordt voorbereid', 'Een ogenblik geduld.'],
  resuming: ['Je betaling wordt opgezocht', 'Een ogenblik geduld.'],
  scan: ['Scan met {wallet}', 'Open {wallet} op je telefoon en tik op ‘Scannen’.'],
  expiring: ['Scan met {wallet}', 'Deze code verloopt zo.'],

  validFor: 'Code verloopt over',
  lessThan: (seconds) =>
    seconds > 60
      ? `Nog minder dan ${seconds / 60} minuten.`
      : seconds === 60
        ? 'Nog minder dan 1 minuut.'
        : `Nog minder dan ${seconds} seconden.`,
  codeAlternative: (amount, wallet) => `Scan deze code met ${wallet} om ${amount} te betalen`,

  openWallet: '{wallet} openen',
  iHavePaid: 'Ik heb betaald',
  payAgain: 'Betalen met Alipay',
  timeLeft: 'Resterende tijd',
  helpSteps: [
    'Open {wallet} op je telefoon.',
    'Tik op ‘Scannen’ en richt de camera op de code.',
    'Controleer het bedrag en bevestig. Deze pagina wordt vanzelf bijgewerkt.',
  ],

  opening: ['{wallet} wordt geopend', 'Een ogenblik geduld.'],
  codeMissing: ['De code is niet geladen', 'Misschien is je verbinding traag. Probeer het opnieuw.'],
  scanned: ['Bevestig op je telefoon', 'Code gescand. Rond de betaling af in {wallet}.'],
  open: ['Ga verder in {wallet}', 'Daarna kom je hier terug.'],
  openWindow: ['Betalen met {wallet}', 'Er gaat een apart venster open.'],
  windowOpen: ['Verder in het venster van {wallet}', 'Deze pagina wordt vanzelf bijgewerkt.'],
  showWindow: 'Venster tonen',
  reopenWindow: '{wallet} opnieuw openen',
  returned: 'Terug van {wallet}',
  closeWindow: 'Je kunt dit venster sluiten en in het eerste verdergaan.',
  scanOrOpen: ['Betalen met {wallet}', 'Scan met je telefoon of open de app hier.'],
  checking: ['We controleren het bij {wallet}', 'Betaal niet nog een keer. We vragen het resultaat op.'],
  processing: ['Bestelling ontvangen', '{wallet} is je betaling aan het bevestigen. Je kunt deze pagina sluiten.'],
  paid: ['Betaald', 'Je betaling is ontvangen. Bedankt.'],
  paidTwice: ['Deze bestelling was al betaald', 'De winkel handelt de tweede betaling met je af.'],
  timeUp: ['De tijd is om', 'Er is niets afgeschreven. Je bestelling staat er nog.'],
  voided: {
    cancelled_by_shopper: ['Betaling geannuleerd', 'Er is niets afgeschreven.'],
    cancelled_by_merchant: ['Geannuleerd door de winkel', 'Er is niets afgeschreven.'],
    expired: ['De code is verlopen', 'Er is niets afgeschreven. Je bestelling staat er nog.'],
    reversed: ['Je betaling is terugbetaald', 'Het geld gaat terug naar de gebruikte betaalmethode.'],
  },
  failed: {
    declined: ['Geweigerd door {wallet}', 'Er is niets afgeschreven. Kies in {wallet} een andere betaalmethode.'],
    risk_rejected: ['Geweigerd door {wallet}', 'Er is niets afgeschreven. {wallet} kan je vertellen waarom.'],
    limit_exceeded: [
      'Limiet van {wallet} overschreden',
      'Er is niets afgeschreven. Kies in {wallet} een andere betaalmethode.',
    ],
    insufficient_funds: ['Onvoldoende saldo', 'Er is niets afgeschreven. Kies in {wallet} een andere betaalmethode.'],
    gateway_error: ['Betaling niet voltooid', 'Zie je een betaling in {wallet}? Vraag het dan eerst aan de winkel.'],
    unknown: ['Betaling niet voltooid', 'Zie je een betaling in {wallet}? Vraag het dan eerst aan de winkel.'],
  },
  errors: {
    unreachable: ['De winkel is niet bereikbaar', 'Misschien ben je offline. Opnieuw proberen kan geen kwaad.'],
    order_already_paid: ['Deze bestelling is al betaald', 'Er hoeft niets meer betaald te worden.'],
    rate_limited: ['Een ogenblik geduld', 'Te veel pogingen. Wacht even en probeer het dan opnieuw.'],
    unauthorized: ['Betaling kan niet worden getoond', 'Open je bestelling opnieuw in de webwinkel.'],
    other: ['De betaling kon niet starten', 'Probeer het opnieuw of vraag het aan de winkel.'],
  },

  reconnecting: 'Opnieuw verbinden…',
  offline: 'Je bent offline. Zodra je online bent, gaan we verder.',
  cancelRefused: 'Annuleren kan niet meer.',

  order: (id) => `Bestelling ${id}`,
  errorCode: (code) => `Foutcode: ${code}`,

  back: 'Terug',
  choose: ['Kies je wallet', 'Daar bevestig je het bedrag.'],
  listing: 'Een ogenblik geduld.',
  noneAvailable: ['Geen wallet beschikbaar', 'Probeer het later opnieuw of vraag het aan de winkel.'],
  unavailable: {
    payment_account_not_available: 'Niet ingesteld voor deze winkel.',
    exceed_channel_limit_rule: 'Het bedrag valt buiten de limieten.',
    service_degrade: 'Heeft nu een storing.',
    channel_not_support_currency: 'Accepteert deze valuta niet.',
    channel_disable: 'De winkel accepteert deze nu niet.',
    channel_not_in_service_time: 'Op dit tijdstip niet beschikbaar.',
    no_pay_options: 'Niet te gebruiken voor deze bestelling.',
    other: 'Op dit moment niet beschikbaar.',
  },

  notOpened: ['Gaat {wallet} niet open?', 'Probeer het op een andere manier. Je betaalt maar één keer.'],
  openPage: 'Betalen op de website',
  showCode: 'Code tonen',
  newLink: 'Nieuwe link opvragen',
  confirmHere: ['Bevestig de betaling', '{wallet} vraagt je om hier te bevestigen.'],

  outside: ['Ga verder in je browser', 'Vanuit deze app kan {wallet} niet worden geopend.'],
  outsideSteps: ['Tik op ⋯ bovenaan het scherm.', 'Kies ‘Openen in browser’.'],
  outsideHint: 'Gebeurt er niets? Open deze pagina in je browser.',

  copyLink: 'Link kopiëren',
  linkCopied: 'Link gekopieerd',
  copyByHand: 'Houd de link ingedrukt om hem te kopiëren.',
  saveCode: 'Code opslaan',
  scanSaved: 'Of sla de code op en scan hem met {wallet} vanuit je foto’s.',
  sendToPhone: 'Naar mijn telefoon sturen',
};
