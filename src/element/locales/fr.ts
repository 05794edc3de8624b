import type { Messages } from './messages.ts';

// Awaits a native reader. \u202f is the narrow no-break space that French sets before ? and : and inside « ».
export const fr: Messages = {
  alipay: 'Alipay',
  payWith: 'Payer avec {wallet}',
  cancel: 'Annuler',
  close: 'Fermer',
  newCode: 'Nouveau code',
  tryAgain: 'Réessayer',
  howToScan: 'Comment scanner',

  preparing: ['Préparation de votre paiement', 'Veuillez patienter un instant.'],
  resuming: ['Recherche de votre paiement', 'Veuillez patienter un instant.'],
  scan: ['Scannez avec {wallet}', 'Ouvrez {wallet} sur votre téléphone et appuyez sur «\u202fScanner\u202f».'],
  expiring: ['Scannez avec {wallet}', 'Ce code est sur le point d’expirer.'],

  validFor: 'Expire dans',
  lessThan: (seconds) =>
    seconds > 60
      ? `Il reste moins de ${seconds / 60} minutes.`
      : seconds === 60
        ? 'Il reste moins d’une minute.'
        : `Il reste moins de ${seconds} secondes.`,
  codeAlternative: (amount, wallet) => `Scannez ce code avec ${wallet} pour payer ${amount}`,

  openWallet: 'Ouvrir {wallet}',
  iHavePaid: 'J’ai payé',
  payAgain: 'Payer avec Alipay',
  timeLeft: 'Temps restant',
  helpSteps: [
    'Ouvrez {wallet} sur votre téléphone.',
    'Appuyez sur «\u202fScanner\u202f» et visez le code avec l’appareil photo.',
    'Vérifiez le montant et confirmez. Cette page s’actualise automatiquement.',
  ],

  opening: ['Ouverture de l’app {wallet}', 'Veuillez patienter un instant.'],
  codeMissing: ['Le code ne s’est pas chargé', 'Votre connexion est peut-être lente. Veuillez réessayer.'],
  scanned: ['Confirmez sur votre téléphone', 'Code scanné. Finalisez le paiement dans {wallet}.'],
  open: ['Continuez dans {wallet}', 'Vous reviendrez ici une fois le paiement terminé.'],
  openWindow: ['Payer avec {wallet}', 'Le paiement s’ouvre dans une nouvelle fenêtre.'],
  windowOpen: ['Terminez dans la fenêtre {wallet}', 'Cette page s’actualise automatiquement.'],
  showWindow: 'Afficher la fenêtre',
  reopenWindow: 'Rouvrir {wallet}',
  returned: 'Retour depuis {wallet}',
  closeWindow: 'Vous pouvez fermer cette fenêtre et continuer dans la première.',
  scanOrOpen: ['Payer avec {wallet}', 'Scannez avec votre téléphone ou ouvrez l’app ici.'],
  checking: ['Vérification avec {wallet}', 'Ne payez pas une seconde fois. Nous vérifions le résultat.'],
  processing: ['Commande reçue', 'La confirmation par {wallet} est en cours. Vous pouvez fermer cette page.'],
  paid: ['Paiement effectué', 'Nous avons bien reçu votre paiement. Merci.'],
  paidTwice: ['La commande était déjà payée', 'La boutique traitera le second paiement avec vous.'],
  timeUp: ['Le délai est écoulé', 'Rien n’a été débité. Votre commande est toujours là.'],
  voided: {
    cancelled_by_shopper: ['Paiement annulé', 'Rien n’a été débité.'],
    cancelled_by_merchant: ['Annulé par la boutique', 'Rien n’a été débité.'],
    expired: ['Le code a expiré', 'Rien n’a été débité. Votre commande est toujours là.'],
    reversed: ['Votre paiement a été remboursé', 'L’argent revient sur le moyen de paiement utilisé.'],
  },
  failed: {
    declined: [
      '{wallet} a refusé ce paiement',
      'Rien n’a été débité. Choisissez un autre moyen de paiement dans {wallet}.',
    ],
    risk_rejected: ['{wallet} a refusé ce paiement', 'Rien n’a été débité. {wallet} peut vous en donner la raison.'],
    limit_exceeded: [
      'Votre plafond {wallet} est dépassé',
      'Rien n’a été débité. Choisissez un autre moyen de paiement dans {wallet}.',
    ],
    insufficient_funds: [
      'Solde insuffisant',
      'Rien n’a été débité. Choisissez un autre moyen de paiement dans {wallet}.',
    ],
    gateway_error: ['Paiement non abouti', 'Si {wallet} affiche un paiement, contactez d’abord la boutique.'],
    unknown: ['Paiement non abouti', 'Si {wallet} affiche un paiement, contactez d’abord la boutique.'],
  },
  errors: {
    unreachable: [
      'La boutique est injoignable',
      'Votre connexion est peut-être coupée. Vous pouvez réessayer sans risque.',
    ],
    order_already_paid: ['La commande est déjà payée', 'Il n’y a plus rien à payer.'],
    rate_limited: ['Un instant, s’il vous plaît', 'Trop de tentatives. Patientez un peu, puis réessayez.'],
    unauthorized: ['Paiement inaccessible', 'Veuillez rouvrir votre commande sur le site de la boutique.'],
    other: ['Le paiement n’a pas démarré', 'Veuillez réessayer ou contacter la boutique.'],
  },

  reconnecting: 'Reconnexion…',
  offline: 'Hors ligne. Reprise dès le retour du réseau.',
  cancelRefused: 'Il n’est plus possible d’annuler.',

  order: (id) => `Commande ${id}`,
  errorCode: (code) => `Code d’erreur\u202f: ${code}`,

  back: 'Retour',
  choose: ['Choisissez votre portefeuille', 'Vous y confirmerez le montant.'],
  listing: 'Veuillez patienter un instant.',
  noneAvailable: ['Aucun portefeuille disponible', 'Veuillez réessayer plus tard ou contacter la boutique.'],
  unavailable: {
    payment_account_not_available: 'Non configuré pour cette boutique.',
    exceed_channel_limit_rule: 'Le montant est hors de ses limites.',
    service_degrade: 'Rencontre un problème en ce moment.',
    channel_not_support_currency: 'N’accepte pas cette devise.',
    channel_disable: 'La boutique ne l’accepte pas actuellement.',
    channel_not_in_service_time: 'Indisponible à cette heure.',
    no_pay_options: 'Ne permet pas de payer cette commande.',
    other: 'Indisponible pour le moment.',
  },

  notOpened: ['{wallet} ne s’est pas ouvert\u202f?', 'Essayez autrement. Vous ne paierez qu’une seule fois.'],
  openPage: 'Payer sur son site',
  showCode: 'Afficher un code',
  newLink: 'Nouveau lien',
  confirmHere: ['Confirmez le paiement', '{wallet} vous demande de le confirmer ici.'],

  outside: ['Continuez dans le navigateur', 'Cette app ne permet pas d’ouvrir {wallet}.'],
  outsideSteps: ['Appuyez sur ⋯ en haut de l’écran.', 'Puis «\u202fOuvrir dans le navigateur\u202f».'],
  outsideHint: 'Rien ne se passe\u202f? Ouvrez cette page dans le navigateur.',

  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  copyByHand: 'Appui long sur le lien pour copier.',
  saveCode: 'Enregistrer le code',
  scanSaved: 'Ou enregistrez le code pour le scanner dans {wallet} depuis vos photos.',
  sendToPhone: 'Envoyer sur mon téléphone',
};
