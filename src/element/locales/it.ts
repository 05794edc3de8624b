import type { Messages } from './messages.ts';

// Awaits a native reader. Sentences are impersonal, in place of both "tu" and "Lei"; buttons command, as all do there.
export const it: Messages = {
  alipay: 'Alipay',
  payWith: 'Paga con {wallet}',
  cancel: 'Annulla',
  close: 'Chiudi',
  newCode: 'Richiedi un nuovo codice',
  tryAgain: 'Riprova',
  howToScan: 'Come scansionare',

  preparing: ['Preparazione del pagamento', 'Un attimo di pazienza.'],
  resuming: ['Ricerca del pagamento', 'Un attimo di pazienza.'],
  scan: ['Scansionare con {wallet}', 'Aprire {wallet} sul telefono e toccare «Scansiona».'],
  expiring: ['Scansionare con {wallet}', 'Questo codice sta per scadere.'],

  validFor: 'Il codice scade tra',
  lessThan: (seconds) =>
    seconds > 60
      ? `Mancano meno di ${seconds / 60} minuti.`
      : seconds === 60
        ? 'Manca meno di 1 minuto.'
        : `Mancano meno di ${seconds} secondi.`,
  codeAlternative: (amount, wallet) => `Scansionare questo codice con ${wallet} per pagare ${amount}`,

  openWallet: 'Apri {wallet}',
  iHavePaid: 'Ho pagato',
  payAgain: 'Paga con Alipay',
  timeLeft: 'Tempo rimasto',
  helpSteps: [
    'Aprire {wallet} sul telefono.',
    'Toccare «Scansiona» e inquadrare il codice con la fotocamera.',
    'Controllare l’importo e confermare. Questa pagina si aggiorna da sola.',
  ],

  opening: ['Apertura di {wallet}', 'Un attimo di pazienza.'],
  codeMissing: ['Il codice non è stato caricato', 'La connessione potrebbe essere lenta. Riprovare.'],
  scanned: ['Confermare sul telefono', 'Codice scansionato. Completare il pagamento in {wallet}.'],
  open: ['Continuare in {wallet}', 'Al termine si torna a questa pagina.'],
  openWindow: ['Pagare con {wallet}', 'Si apre in una finestra a parte.'],
  windowOpen: ['Completare nella finestra {wallet}', 'Questa pagina si aggiorna da sola.'],
  showWindow: 'Mostra la finestra',
  reopenWindow: 'Riapri {wallet}',
  returned: 'Di ritorno da {wallet}',
  closeWindow: 'È possibile chiudere questa finestra e continuare nella prima.',
  scanOrOpen: ['Pagare con {wallet}', 'Scansionare con il telefono o aprire l’app qui.'],
  checking: ['Verifica con {wallet} in corso', 'Non pagare di nuovo. Stiamo chiedendo l’esito.'],
  processing: ['Ordine ricevuto', '{wallet} sta confermando il pagamento. È possibile chiudere questa pagina.'],
  paid: ['Pagato', 'Il pagamento è arrivato. Grazie.'],
  paidTwice: ['Questo ordine era già pagato', 'Il negozio si occuperà del secondo pagamento.'],
  timeUp: ['Il tempo è scaduto', 'Non è stato addebitato nulla. L’ordine è ancora qui.'],
  voided: {
    cancelled_by_shopper: ['Pagamento annullato', 'Non è stato addebitato nulla.'],
    cancelled_by_merchant: ['Annullato dal negozio', 'Non è stato addebitato nulla.'],
    expired: ['Il codice è scaduto', 'Non è stato addebitato nulla. L’ordine è ancora qui.'],
    reversed: ['Il pagamento è stato rimborsato', 'Il denaro torna sul metodo di pagamento utilizzato.'],
  },
  failed: {
    declined: [
      '{wallet} ha rifiutato il pagamento',
      'Non è stato addebitato nulla. Scegliere un altro metodo in {wallet}.',
    ],
    risk_rejected: [
      '{wallet} ha rifiutato il pagamento',
      'Non è stato addebitato nulla. Il motivo si può chiedere a {wallet}.',
    ],
    limit_exceeded: [
      'Limite di {wallet} superato',
      'Non è stato addebitato nulla. Scegliere un altro metodo in {wallet}.',
    ],
    insufficient_funds: ['Saldo insufficiente', 'Non è stato addebitato nulla. Scegliere un altro metodo in {wallet}.'],
    gateway_error: ['Pagamento non completato', 'Se {wallet} mostra un pagamento, contattare prima il negozio.'],
    unknown: ['Pagamento non completato', 'Se {wallet} mostra un pagamento, contattare prima il negozio.'],
  },
  errors: {
    unreachable: ['Negozio non raggiungibile', 'Forse manca la connessione. Si può riprovare senza rischi.'],
    order_already_paid: ['Questo ordine è già pagato', 'Non resta nulla da pagare.'],
    rate_limited: ['Un attimo, per favore', 'Troppi tentativi. Attendere un po’ e poi riprovare.'],
    unauthorized: ['Pagamento non visualizzabile', 'Riaprire l’ordine sul sito del negozio.'],
    other: ['Pagamento non avviato', 'Riprovare o contattare il negozio.'],
  },

  reconnecting: 'Riconnessione in corso…',
  offline: 'Offline. Si riprende appena torna la rete.',
  cancelRefused: 'Il pagamento non è più annullabile.',

  order: (id) => `Ordine ${id}`,
  errorCode: (code) => `Codice di errore: ${code}`,

  back: 'Indietro',
  choose: ['Scegliere il wallet', 'L’importo si conferma lì.'],
  listing: 'Un attimo di pazienza.',
  noneAvailable: ['Nessun wallet disponibile', 'Riprovare più tardi o contattare il negozio.'],
  unavailable: {
    payment_account_not_available: 'Non attivo per questo negozio.',
    exceed_channel_limit_rule: 'L’importo è fuori dai suoi limiti.',
    service_degrade: 'Ha problemi in questo momento.',
    channel_not_support_currency: 'Non accetta questa valuta.',
    channel_disable: 'Al momento il negozio non lo accetta.',
    channel_not_in_service_time: 'Non attivo a quest’ora.',
    no_pay_options: 'Non utilizzabile per questo ordine.',
    other: 'Al momento non disponibile.',
  },

  notOpened: ['{wallet} non si è aperto?', 'Provare in un altro modo. Si paga una volta sola.'],
  openPage: 'Paga sul suo sito',
  showCode: 'Mostra un codice',
  newLink: 'Richiedi un nuovo link',
  confirmHere: ['Confermare il pagamento', '{wallet} chiede di confermarlo qui.'],

  outside: ['Continuare nel browser', 'Da questa app non è possibile aprire {wallet}.'],
  outsideSteps: ['Toccare ⋯ nella parte alta dello schermo.', 'Scegliere «Apri nel browser».'],
  outsideHint: 'Non succede nulla? Aprire questa pagina nel browser.',

  copyLink: 'Copia link',
  linkCopied: 'Link copiato',
  copyByHand: 'Tenere premuto il link per copiarlo.',
  saveCode: 'Salva il codice',
  scanSaved: 'Oppure salvare il codice e scansionarlo con {wallet} dalle foto.',
  sendToPhone: 'Invia al mio telefono',
};
