import type { REASONS } from '../../protocol/payment.ts';

/** What the frame says in one state: a line, and one short sentence under it. `{wallet}` stands for the wallet's name. */
export type Words = readonly [title: string, sentence: string];

/** What the panel says until a code is painted. A language that leaves a key out does not compile. */
export interface PanelWords {
  /** The name of the wallet, where no other has been chosen. */
  readonly alipay: string;
  /** What the pay button says once another has been. */
  readonly payWith: string;
  readonly cancel: string;
  /** Closes the dialog or the popover; the payment goes on. */
  readonly close: string;
  readonly newCode: string;
  readonly tryAgain: string;
  readonly howToScan: string;

  readonly preparing: Words;
  readonly resuming: Words;
  readonly scan: Words;
  readonly expiring: Words;

  /** Leads into the time that is left. */
  readonly validFor: string;
  /** Spoken at 5, 2 and 1 minutes and 30 seconds before the end. */
  readonly lessThan: (seconds: number) => string;
  /** The text alternative of the code: what to do, and the amount. */
  readonly codeAlternative: (amount: string, wallet: string) => string;
}

/** What comes after the panel, in a language whose words come all at once. */
export type LaterWords = Partial<SceneWords & ChoiceWords & GuideWords>;

/** Everything that a language says but its pay button. */
export type Messages = PanelWords & SceneWords & ChoiceWords & GuideWords;

/** What a page says in words of its own. A text may name the wallet by `{wallet}`. */
export type OwnWords = Partial<Messages & { readonly pay: string }>;

/** What it says where a wallet is to be chosen. */
export interface ChoiceWords {
  readonly back: string;
  readonly choose: Words;
  /** In place of its sentence, until the wallets are known. */
  readonly listing: string;
  readonly noneAvailable: Words;
  /** Why a wallet is not available, by the server's code. `other` is for every code that has no words of its own. */
  readonly unavailable: Readonly<
    Record<
      | 'payment_account_not_available'
      | 'exceed_channel_limit_rule'
      | 'service_degrade'
      | 'channel_not_support_currency'
      | 'channel_disable'
      | 'channel_not_in_service_time'
      | 'no_pay_options'
      | 'other',
      string
    >
  >;
}

/** What the panel says from then on. */
export interface SceneWords {
  readonly openWallet: string;
  readonly iHavePaid: string;
  readonly payAgain: string;
  /** Leads into the time that is left, where no code is shown. */
  readonly timeLeft: string;
  readonly helpSteps: readonly [string, string, string];

  readonly opening: Words;
  readonly codeMissing: Words;
  readonly scanned: Words;
  readonly open: Words;
  /** The wallet gets a window of its own, */
  readonly openWindow: Words;
  /** which is open now. */
  readonly windowOpen: Words;
  readonly showWindow: string;
  readonly reopenWindow: string;
  /** In that window, back from the wallet, while the page that has opened it goes on. */
  readonly returned: string;
  readonly closeWindow: string;
  readonly scanOrOpen: Words;
  readonly checking: Words;
  readonly processing: Words;
  readonly paid: Words;
  readonly paidTwice: Words;
  /** Expired, where no code was shown. */
  readonly timeUp: Words;
  readonly voided: Readonly<Record<(typeof REASONS.voided)[number], Words>>;
  readonly failed: Readonly<Record<(typeof REASONS.failed)[number], Words>>;
  /** By error code. `other` is for every code that has no words of its own. */
  readonly errors: Readonly<
    Record<'unreachable' | 'order_already_paid' | 'rate_limited' | 'unauthorized' | 'other', Words>
  >;

  /** Of the address in a code, or of the page. */
  readonly copyLink: string;
  readonly linkCopied: string;
  /** Where no page may write to the clipboard. */
  readonly copyByHand: string;
  /** Opens what the system offers for sharing. */
  readonly sendToPhone: string;

  readonly reconnecting: string;
  readonly offline: string;
  readonly cancelRefused: string;

  readonly order: (id: string) => string;
  readonly errorCode: (code: string) => string;
}

/** What it says where the wallet did not open, or cannot be opened from here. */
export interface GuideWords {
  /** A while after a tap that should have opened it. */
  readonly notOpened: Words;
  /** The ways that are left: its page, a code on this screen, another address. */
  readonly openPage: string;
  readonly showCode: string;
  readonly newLink: string;
  /** Inside the wallet itself, which asks over the page. */
  readonly confirmHere: Words;

  /** Inside an app that lets nobody go to the wallet: what to do in its menu, */
  readonly outside: Words;
  readonly outsideSteps: readonly [string, string];
  /** and inside one that may. */
  readonly outsideHint: string;

  readonly saveCode: string;
  readonly scanSaved: string;
}
