import type { Messages } from './messages.ts';

// Awaits a native reader. For Spain and Latin America alike: hence "app de pago" for a wallet, "teléfono" for a phone.
export const es: Messages = {
  alipay: 'Alipay',
  payWith: 'Pagar con {wallet}',
  cancel: 'Cancelar',
  close: 'Cerrar',
  newCode: 'Obtener otro código',
  tryAgain: 'Reintentar',
  howToScan: 'Cómo escanear',

  preparing: ['Preparando su pago', 'Será solo un momento.'],
  resuming: ['Buscando su pago', 'Será solo un momento.'],
  scan: ['Escanee con {wallet}', 'Abra {wallet} en su teléfono y toque «Escanear».'],
  expiring: ['Escanee con {wallet}', 'Este código está a punto de expirar.'],

  validFor: 'El código expira en',
  lessThan: (seconds) =>
    seconds > 60
      ? `Quedan menos de ${seconds / 60} minutos.`
      : seconds === 60
        ? 'Queda menos de 1 minuto.'
        : `Quedan menos de ${seconds} segundos.`,
  codeAlternative: (amount, wallet) => `Escanee este código con ${wallet} para pagar ${amount}`,

  openWallet: 'Abrir {wallet}',
  iHavePaid: 'Ya he pagado',
  payAgain: 'Pagar con Alipay',
  timeLeft: 'Tiempo restante',
  helpSteps: [
    'Abra {wallet} en su teléfono.',
    'Toque «Escanear» y apunte con la cámara al código.',
    'Compruebe el importe y confirme. Esta página se actualiza sola.',
  ],

  opening: ['Abriendo {wallet}', 'Será solo un momento.'],
  codeMissing: ['No se ha cargado el código', 'Puede que la conexión sea lenta. Vuelva a intentarlo.'],
  scanned: ['Confirme en su teléfono', 'Código escaneado. Termine el pago en {wallet}.'],
  open: ['Continúe en {wallet}', 'Cuando termine, volverá a esta página.'],
  openWindow: ['Pagar con {wallet}', 'Se abre en una ventana aparte.'],
  windowOpen: ['Termine en la ventana de {wallet}', 'Esta página se actualiza sola.'],
  showWindow: 'Mostrar la ventana',
  reopenWindow: 'Abrir {wallet} de nuevo',
  returned: 'De vuelta de {wallet}',
  closeWindow: 'Puede cerrar esta ventana y continuar en la primera.',
  scanOrOpen: ['Pagar con {wallet}', 'Escanee con su teléfono o abra la app aquí.'],
  checking: ['Consultando con {wallet}', 'No vuelva a pagar. Estamos comprobando el resultado.'],
  processing: ['Pedido recibido', '{wallet} está confirmando su pago. Puede cerrar esta página.'],
  paid: ['Pago completado', 'Hemos recibido su pago. Gracias.'],
  paidTwice: ['Este pedido ya estaba pagado', 'La tienda resolverá con usted el segundo pago.'],
  timeUp: ['Se ha agotado el tiempo', 'No se ha cobrado nada. Su pedido sigue aquí.'],
  voided: {
    cancelled_by_shopper: ['Pago cancelado', 'No se ha cobrado nada.'],
    cancelled_by_merchant: ['Pago cancelado por la tienda', 'No se ha cobrado nada.'],
    expired: ['El código ha expirado', 'No se ha cobrado nada. Su pedido sigue aquí.'],
    reversed: ['Su pago ha sido reembolsado', 'El dinero vuelve al método de pago utilizado.'],
  },
  failed: {
    declined: ['{wallet} ha rechazado el pago', 'No se ha cobrado nada. Elija otro método de pago en {wallet}.'],
    risk_rejected: ['{wallet} ha rechazado el pago', 'No se ha cobrado nada. {wallet} puede explicarle el motivo.'],
    limit_exceeded: ['Límite de {wallet} superado', 'No se ha cobrado nada. Elija otro método de pago en {wallet}.'],
    insufficient_funds: ['Saldo insuficiente', 'No se ha cobrado nada. Elija otro método de pago en {wallet}.'],
    gateway_error: ['Pago no completado', 'Si {wallet} muestra un pago, consulte primero con la tienda.'],
    unknown: ['Pago no completado', 'Si {wallet} muestra un pago, consulte primero con la tienda.'],
  },
  errors: {
    unreachable: ['Sin conexión con la tienda', 'Quizá falle su conexión. Puede volver a intentarlo sin riesgo.'],
    order_already_paid: ['Este pedido ya está pagado', 'No queda nada por pagar.'],
    rate_limited: ['Un momento, por favor', 'Demasiados intentos. Espere un poco y vuelva a intentarlo.'],
    unauthorized: ['No podemos mostrar este pago', 'Vuelva a abrir su pedido en la web de la tienda.'],
    other: ['No se ha podido iniciar el pago', 'Vuelva a intentarlo o consulte con la tienda.'],
  },

  reconnecting: 'Reconectando…',
  offline: 'Sin conexión. Continuaremos cuando vuelva.',
  cancelRefused: 'Ya no se puede cancelar.',

  order: (id) => `Pedido ${id}`,
  errorCode: (code) => `Código de error: ${code}`,

  back: 'Volver',
  choose: ['Elija su app de pago', 'Allí confirmará el importe.'],
  listing: 'Será solo un momento.',
  noneAvailable: ['No hay ninguna app disponible', 'Vuelva a intentarlo más tarde o consulte con la tienda.'],
  unavailable: {
    payment_account_not_available: 'No está configurada para esta tienda.',
    exceed_channel_limit_rule: 'El importe está fuera de sus límites.',
    service_degrade: 'Tiene problemas en este momento.',
    channel_not_support_currency: 'No acepta esta moneda.',
    channel_disable: 'La tienda no la acepta por ahora.',
    channel_not_in_service_time: 'No está disponible a esta hora.',
    no_pay_options: 'No permite pagar este pedido.',
    other: 'No está disponible en este momento.',
  },

  notOpened: ['¿No se ha abierto {wallet}?', 'Pruebe de otra manera. Solo pagará una vez.'],
  openPage: 'Pagar en la página web',
  showCode: 'Mostrar un código',
  newLink: 'Obtener otro enlace',
  confirmHere: ['Confirme el pago', '{wallet} le pide que lo confirme aquí.'],

  outside: ['Continúe en su navegador', '{wallet} no se puede abrir desde esta app.'],
  outsideSteps: ['Toque ⋯ arriba en la pantalla.', 'Elija «Abrir en el navegador».'],
  outsideHint: '¿No ocurre nada? Abra esta página en su navegador.',

  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado',
  copyByHand: 'Mantenga presionado el enlace para copiarlo.',
  saveCode: 'Guardar el código',
  scanSaved: 'O guarde el código y escanéelo con {wallet} desde sus fotos.',
  sendToPhone: 'Enviar a mi teléfono',
};
