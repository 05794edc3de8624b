import type { Messages } from './messages.ts';

// Awaits a native reader. It says "tu", in its sentences as on its buttons, as payment pages there do.
export const it: Messages = {
  alipay: 'Alipay',
  payWith: 'Paga con {wallet}',
  cancel: 'Annulla',
  close: 'Chiudi',
  newCode: 'Nuovo codice',
  tryAgain: 'Riprova',
  howToScan: 'Come scansionare',

  preparing: ['Prepariamo il pagamento', 'Attendi un momento.'],
  resuming: ['Cerchiamo il tuo pagamento', 'Attendi un momento.'],
  scan: ['Scansiona con {wallet}', 'Apri {wallet} sul telefono e tocca «Scansiona».'],
  expiring: ['Scansiona con {wallet}', 'Questo codice sta per scadere.'],

  validFor: 'Scade tra',
  lessThan: (seconds) =>
    seconds > 60
      ? `Mancano meno di ${seconds / 60} minuti.`
      : seconds === 60
        ? 'Manca meno di 1 minuto.'
        : `Mancano meno di ${seconds} secondi.`,
  codeAlternative: (amount, wallet) => `Scansiona questo codice con ${wallet} per pagare ${amount}`,

  openWallet: 'Apri {wallet}',
  iHavePaid: 'Ho già pagato',
  payAgain: 'Paga con Alipay',
  timeLeft: 'Tempo rimasto',
  helpSteps: [
    'Apri {wallet} sul telefono.',
    'Tocca «Scansiona» e inquadra il codice con la fotocamera.',
    'Controlla l’importo e conferma. Questa pagina si aggiorna da sola.',
  ],

  opening: ['Apriamo {wallet}', 'Attendi un momento.'],
  codeMissing: ['Il codice non è stato caricato', 'La connessione potrebbe essere lenta. Riprova.'],
  scanned: ['Conferma sul telefono', 'Codice scansionato. Completa il pagamento su {wallet}.'],
  open: ['Continua su {wallet}', 'Al termine tornerai su questa pagina.'],
  openWindow: ['Paga con {wallet}', 'Si apre in una finestra a parte.'],
  windowOpen: ['Completa nella finestra di {wallet}', 'Questa pagina si aggiorna da sola.'],
  showWindow: 'Mostra la finestra',
  reopenWindow: 'Riapri {wallet}',
  returned: 'Di ritorno da {wallet}',
  closeWindow: 'Puoi chiudere questa finestra e continuare nella prima.',
  scanOrOpen: ['Paga con {wallet}', 'Scansiona con il telefono o apri l’app qui.'],
  checking: ['Verifica con {wallet} in corso', 'Non pagare di nuovo. Stiamo chiedendo l’esito.'],
  processing: ['Ordine ricevuto', '{wallet} sta confermando il pagamento. Puoi chiudere questa pagina.'],
  paid: ['Pagamento completato', 'Abbiamo ricevuto il tuo pagamento. Grazie.'],
  paidTwice: ['L’ordine era già stato pagato', 'Il negozio gestirà con te il secondo pagamento.'],
  timeUp: ['Il tempo è scaduto', 'Non è stato addebitato nulla. Il tuo ordine è ancora qui.'],
  voided: {
    cancelled_by_shopper: ['Pagamento annullato', 'Non è stato addebitato nulla.'],
    cancelled_by_merchant: ['Annullato dal negozio', 'Non è stato addebitato nulla.'],
    expired: ['Il codice è scaduto', 'Non è stato addebitato nulla. Il tuo ordine è ancora qui.'],
    reversed: ['Il pagamento è stato rimborsato', 'Il denaro torna sul metodo di pagamento utilizzato.'],
  },
  failed: {
    declined: [
      '{wallet} ha rifiutato il pagamento',
      'Non è stato addebitato nulla. Scegli un altro metodo su {wallet}.',
    ],
    risk_rejected: [
      '{wallet} ha rifiutato il pagamento',
      'Non è stato addebitato nulla. {wallet} può spiegarti il motivo.',
    ],
    limit_exceeded: [
      'Limite di {wallet} superato',
      'Non è stato addebitato nulla. Scegli un altro metodo su {wallet}.',
    ],
    insufficient_funds: ['Saldo insufficiente', 'Non è stato addebitato nulla. Scegli un altro metodo su {wallet}.'],
    gateway_error: ['Pagamento non completato', 'Se su {wallet} risulta un pagamento, contatta prima il negozio.'],
    unknown: ['Pagamento non completato', 'Se su {wallet} risulta un pagamento, contatta prima il negozio.'],
  },
  errors: {
    unreachable: ['Negozio non raggiungibile', 'Forse manca la connessione. Puoi riprovare senza rischi.'],
    order_already_paid: ['L’ordine è già stato pagato', 'Non resta nulla da pagare.'],
    rate_limited: ['Un attimo, per favore', 'Troppi tentativi. Attendi un po’ e riprova.'],
    unauthorized: ['Pagamento non visualizzabile', 'Riapri l’ordine sul sito del negozio.'],
    other: ['Pagamento non avviato', 'Riprova o contatta il negozio.'],
  },

  reconnecting: 'Riconnessione in corso…',
  offline: 'Sei offline. Riprenderemo appena torna la rete.',
  cancelRefused: 'Non è più possibile annullare.',

  order: (id) => `Ordine ${id}`,
  errorCode: (code) => `Codice errore: ${code}`,

  back: 'Indietro',
  choose: ['Scegli il tuo wallet', 'Confermerai lì l’importo.'],
  listing: 'Attendi un momento.',
  noneAvailable: ['Nessun wallet disponibile', 'Riprova più tardi o contatta il negozio.'],
  unavailable: {
    payment_account_not_available: 'Non attivo per questo negozio.',
    exceed_channel_limit_rule: 'L’importo è fuori dai suoi limiti.',
    service_degrade: 'Ha problemi in questo momento.',
    channel_not_support_currency: 'Non accetta questa valuta.',
    channel_disable: 'Al momento il negozio non lo accetta.',
    channel_not_in_service_time: 'Non disponibile a quest’ora.',
    no_pay_options: 'Non utilizzabile per questo ordine.',
    other: 'Al momento non disponibile.',
  },

  notOpened: ['{wallet} non si apre?', 'Prova in un altro modo. Pagherai una volta sola.'],
  openPage: 'Paga sul suo sito',
  showCode: 'Mostra un codice',
  newLink: 'Nuovo link',
  confirmHere: ['Conferma il pagamento', '{wallet} ti chiede di confermarlo qui.'],

  outside: ['Continua nel browser', 'Da questa app non è possibile aprire {wallet}.'],
  outsideSteps: ['Tocca ⋯ in alto sullo schermo.', 'Scegli «Apri nel browser».'],
  outsideHint: 'Non succede nulla? Apri questa pagina nel browser.',

  copyLink: 'Copia link',
  linkCopied: 'Link copiato',
  copyByHand: 'Tieni premuto il link per copiarlo.',
  saveCode: 'Salva il codice',
  scanSaved: 'Oppure salva il codice e scansionalo con {wallet} dalle foto.',
  sendToPhone: 'Invia al mio telefono',
};
