import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('pl');

const MINUTES: Readonly<Record<string, string>> = { one: 'minuta', few: 'minuty', other: 'minut' };
const SECONDS: Readonly<Record<string, string>> = { one: 'sekunda', few: 'sekundy', other: 'sekund' };

// Awaits a native reader. Names of wallets are not inflected: "w aplikacji", "przez" and the like go before them.
export const pl: Messages = {
  alipay: 'Alipay',
  payWith: 'Zapłać przez {wallet}',
  cancel: 'Anuluj',
  close: 'Zamknij',
  newCode: 'Pobierz nowy kod',
  tryAgain: 'Spróbuj ponownie',
  howToScan: 'Jak zeskanować',

  preparing: ['Przygotowujemy płatność', 'To potrwa chwilę.'],
  resuming: ['Szukamy płatności', 'To potrwa chwilę.'],
  scan: ['Zeskanuj w aplikacji {wallet}', 'Otwórz aplikację {wallet} w telefonie i wybierz „Skanuj”.'],
  expiring: ['Zeskanuj w aplikacji {wallet}', 'Ten kod zaraz wygaśnie.'],

  validFor: 'Kod wygaśnie za',
  lessThan: (seconds) => {
    const [count, unit] = seconds >= 60 ? [seconds / 60, MINUTES] : [seconds, SECONDS];
    return `Zostało mniej niż ${count} ${unit[plural.select(count)] ?? unit['other']!}.`;
  },
  codeAlternative: (amount, wallet) => `Zeskanuj ten kod w aplikacji ${wallet}, aby zapłacić ${amount}`,

  openWallet: 'Otwórz {wallet}',
  iHavePaid: 'Już zapłacone',
  payAgain: 'Zapłać przez Alipay',
  timeLeft: 'Pozostały czas',
  helpSteps: [
    'Otwórz aplikację {wallet} w telefonie.',
    'Wybierz „Skanuj” i skieruj aparat na kod.',
    'Sprawdź kwotę i potwierdź. Ta strona odświeży się automatycznie.',
  ],

  opening: ['Otwieramy {wallet}', 'To potrwa chwilę.'],
  codeMissing: ['Kod się nie wczytał', 'Połączenie może być wolne. Spróbuj ponownie.'],
  scanned: ['Potwierdź w telefonie', 'Kod zeskanowany. Dokończ płatność w aplikacji {wallet}.'],
  open: ['Kontynuuj w aplikacji {wallet}', 'Na koniec wrócisz na tę stronę.'],
  openWindow: ['Zapłać przez {wallet}', 'Płatność otworzy się w osobnym oknie.'],
  windowOpen: ['Dokończ płatność w oknie {wallet}', 'Ta strona odświeży się automatycznie.'],
  showWindow: 'Pokaż okno',
  reopenWindow: 'Otwórz {wallet} ponownie',
  returned: 'Powrót z serwisu {wallet}',
  closeWindow: 'Możesz zamknąć to okno i wrócić do pierwszego.',
  scanOrOpen: ['Zapłać przez {wallet}', 'Zeskanuj kod telefonem lub otwórz aplikację tutaj.'],
  checking: ['Sprawdzamy w serwisie {wallet}', 'Nie płać ponownie. Ustalamy wynik płatności.'],
  processing: ['Otrzymaliśmy zamówienie', 'Trwa potwierdzanie płatności przez {wallet}. Możesz zamknąć tę stronę.'],
  paid: ['Zapłacono', 'Otrzymaliśmy płatność. Dziękujemy.'],
  paidTwice: ['To zamówienie było już opłacone', 'Sklep rozliczy drugą płatność.'],
  timeUp: ['Czas minął', 'Nie pobrano żadnych środków. Zamówienie nadal czeka.'],
  voided: {
    cancelled_by_shopper: ['Płatność anulowana', 'Nie pobrano żadnych środków.'],
    cancelled_by_merchant: ['Płatność anulowana przez sklep', 'Nie pobrano żadnych środków.'],
    expired: ['Kod wygasł', 'Nie pobrano żadnych środków. Zamówienie nadal czeka.'],
    reversed: ['Płatność została zwrócona', 'Pieniądze wracają tam, skąd zostały pobrane.'],
  },
  failed: {
    declined: [
      'Płatność odrzucona przez {wallet}',
      'Nie pobrano żadnych środków. Zmień metodę płatności w aplikacji {wallet}.',
    ],
    risk_rejected: ['Płatność odrzucona przez {wallet}', 'Nie pobrano żadnych środków. O przyczynę zapytaj {wallet}.'],
    limit_exceeded: [
      'Przekroczony limit {wallet}',
      'Nie pobrano żadnych środków. Zmień metodę płatności w aplikacji {wallet}.',
    ],
    insufficient_funds: [
      'Za mało środków',
      'Nie pobrano żadnych środków. Zmień metodę płatności w aplikacji {wallet}.',
    ],
    gateway_error: ['Płatność niedokończona', 'Jeśli {wallet} pokazuje płatność, najpierw skontaktuj się ze sklepem.'],
    unknown: ['Płatność niedokończona', 'Jeśli {wallet} pokazuje płatność, najpierw skontaktuj się ze sklepem.'],
  },
  errors: {
    unreachable: ['Brak połączenia ze sklepem', 'Być może nie działa internet. Możesz bezpiecznie spróbować ponownie.'],
    order_already_paid: ['To zamówienie jest już opłacone', 'Nie zostało nic do zapłaty.'],
    rate_limited: ['Prosimy chwilę poczekać', 'Było zbyt wiele prób. Spróbuj ponownie za chwilę.'],
    unauthorized: ['Nie można pokazać tej płatności', 'Otwórz zamówienie ponownie na stronie sklepu.'],
    other: ['Płatność nierozpoczęta', 'Spróbuj ponownie lub skontaktuj się ze sklepem.'],
  },

  reconnecting: 'Ponowne łączenie…',
  offline: 'Brak połączenia. Wznowimy, gdy tylko wróci.',
  cancelRefused: 'Nie można już anulować.',

  order: (id) => `Zamówienie ${id}`,
  errorCode: (code) => `Kod błędu: ${code}`,

  back: 'Wstecz',
  choose: ['Wybierz portfel', 'Kwotę potwierdzisz w portfelu.'],
  listing: 'To potrwa chwilę.',
  noneAvailable: ['Brak dostępnych portfeli', 'Spróbuj ponownie później lub skontaktuj się ze sklepem.'],
  unavailable: {
    payment_account_not_available: 'Nieskonfigurowany w tym sklepie.',
    exceed_channel_limit_rule: 'Kwota wykracza poza jego limity.',
    service_degrade: 'Ma teraz problemy techniczne.',
    channel_not_support_currency: 'Nie obsługuje tej waluty.',
    channel_disable: 'Sklep go teraz nie przyjmuje.',
    channel_not_in_service_time: 'Niedostępny o tej porze.',
    no_pay_options: 'Nie można nim opłacić zamówienia.',
    other: 'Chwilowo niedostępny.',
  },

  notOpened: ['{wallet} się nie otwiera?', 'Spróbuj w inny sposób. Zapłacisz tylko raz.'],
  openPage: 'Zapłać na stronie',
  showCode: 'Pokaż kod',
  newLink: 'Pobierz nowy link',
  confirmHere: ['Potwierdź płatność', '{wallet} prosi o potwierdzenie tutaj.'],

  outside: ['Kontynuuj w przeglądarce', '{wallet} nie otworzy się z tej aplikacji.'],
  outsideSteps: ['Dotknij ⋯ u góry ekranu.', 'Wybierz „Otwórz w przeglądarce”.'],
  outsideHint: 'Nic się nie dzieje? Otwórz tę stronę w przeglądarce.',

  copyLink: 'Kopiuj link',
  linkCopied: 'Link skopiowany',
  copyByHand: 'Przytrzymaj link, aby go skopiować.',
  saveCode: 'Zapisz kod',
  scanSaved: 'Albo zapisz kod i zeskanuj go ze zdjęć w aplikacji {wallet}.',
  sendToPhone: 'Wyślij na mój telefon',
};
