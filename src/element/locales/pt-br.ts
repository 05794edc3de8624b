import type { Messages } from './messages.ts';

// Awaits a native reader.
export const ptBr: Messages = {
  alipay: 'Alipay',
  payWith: 'Pagar com {wallet}',
  cancel: 'Cancelar',
  close: 'Fechar',
  newCode: 'Gerar novo código',
  tryAgain: 'Tentar de novo',
  howToScan: 'Como escanear',

  preparing: ['Preparando seu pagamento', 'Só um momento.'],
  resuming: ['Buscando seu pagamento', 'Só um momento.'],
  scan: ['Escaneie com {wallet}', 'Abra o app {wallet} no celular e toque em “Escanear”.'],
  expiring: ['Escaneie com {wallet}', 'Este código está prestes a expirar.'],

  validFor: 'Expira em',
  lessThan: (seconds) =>
    seconds > 60
      ? `Faltam menos de ${seconds / 60} minutos.`
      : seconds === 60
        ? 'Falta menos de 1 minuto.'
        : `Faltam menos de ${seconds} segundos.`,
  codeAlternative: (amount, wallet) => `Escaneie este código com ${wallet} para pagar ${amount}`,

  openWallet: 'Abrir {wallet}',
  iHavePaid: 'Já paguei',
  payAgain: 'Pagar com Alipay',
  timeLeft: 'Tempo restante',
  helpSteps: [
    'Abra o app {wallet} no celular.',
    'Toque em “Escanear” e aponte a câmera para o código.',
    'Confira o valor e confirme. Esta página é atualizada automaticamente.',
  ],

  opening: ['Abrindo {wallet}', 'Só um momento.'],
  codeMissing: ['O código não carregou', 'Sua conexão pode estar lenta. Tente de novo.'],
  scanned: ['Confirme no celular', 'Código escaneado. Conclua o pagamento no app {wallet}.'],
  open: ['Continue com {wallet}', 'Depois, você volta para esta página.'],
  openWindow: ['Pagar com {wallet}', 'O pagamento abre em uma janela separada.'],
  windowOpen: ['Conclua na janela de {wallet}', 'Esta página é atualizada automaticamente.'],
  showWindow: 'Mostrar a janela',
  reopenWindow: 'Abrir {wallet} de novo',
  returned: 'Retorno de {wallet}',
  closeWindow: 'Você pode fechar esta janela e continuar na primeira.',
  scanOrOpen: ['Pagar com {wallet}', 'Escaneie com o celular ou abra o app aqui.'],
  checking: ['Consultando {wallet}', 'Não pague de novo. Estamos verificando o resultado.'],
  processing: ['Pedido recebido', '{wallet} está confirmando seu pagamento. Pode fechar esta página.'],
  paid: ['Pagamento concluído', 'Recebemos seu pagamento. Obrigado.'],
  paidTwice: ['Este pedido já estava pago', 'A loja vai resolver o segundo pagamento com você.'],
  timeUp: ['O tempo acabou', 'Nada foi cobrado. Seu pedido continua aqui.'],
  voided: {
    cancelled_by_shopper: ['Pagamento cancelado', 'Nada foi cobrado.'],
    cancelled_by_merchant: ['Cancelado pela loja', 'Nada foi cobrado.'],
    expired: ['O código expirou', 'Nada foi cobrado. Seu pedido continua aqui.'],
    reversed: ['Seu pagamento foi estornado', 'O dinheiro volta para a forma de pagamento usada.'],
  },
  failed: {
    declined: ['Recusado por {wallet}', 'Nada foi cobrado. Use outro saldo ou cartão no app {wallet}.'],
    risk_rejected: ['Recusado por {wallet}', 'Nada foi cobrado. {wallet} pode informar o motivo.'],
    limit_exceeded: ['Acima do limite de {wallet}', 'Nada foi cobrado. Use outro saldo ou cartão no app {wallet}.'],
    insufficient_funds: ['Saldo insuficiente', 'Nada foi cobrado. Use outro saldo ou cartão no app {wallet}.'],
    gateway_error: ['Pagamento não concluído', 'Se {wallet} mostrar um pagamento, fale primeiro com a loja.'],
    unknown: ['Pagamento não concluído', 'Se {wallet} mostrar um pagamento, fale primeiro com a loja.'],
  },
  errors: {
    unreachable: ['Sem contato com a loja', 'Sua conexão pode ter caído. Você pode tentar de novo sem risco.'],
    order_already_paid: ['Este pedido já está pago', 'Não há mais nada a pagar.'],
    rate_limited: ['Um momento, por favor', 'Foram muitas tentativas. Espere um pouco e tente de novo.'],
    unauthorized: ['Não podemos exibir o pagamento', 'Abra seu pedido de novo no site da loja.'],
    other: ['O pagamento não foi iniciado', 'Tente de novo ou fale com a loja.'],
  },

  reconnecting: 'Reconectando…',
  offline: 'Você está sem conexão. Continuamos quando ela voltar.',
  cancelRefused: 'Não é mais possível cancelar.',

  order: (id) => `Pedido ${id}`,
  errorCode: (code) => `Código do erro: ${code}`,

  back: 'Voltar',
  choose: ['Escolha sua carteira', 'Você confirma o valor nela.'],
  listing: 'Só um momento.',
  noneAvailable: ['Nenhuma carteira disponível', 'Tente mais tarde ou fale com a loja.'],
  unavailable: {
    payment_account_not_available: 'Não configurada para esta loja.',
    exceed_channel_limit_rule: 'O valor está fora dos limites dela.',
    service_degrade: 'Está com problemas no momento.',
    channel_not_support_currency: 'Não aceita esta moeda.',
    channel_disable: 'A loja não aceita no momento.',
    channel_not_in_service_time: 'Fora do horário de atendimento.',
    no_pay_options: 'Indisponível para este pedido.',
    other: 'Indisponível no momento.',
  },

  notOpened: ['{wallet} não abriu?', 'Tente de outra forma. Você só paga uma vez.'],
  openPage: 'Pagar pelo site',
  showCode: 'Mostrar um código',
  newLink: 'Gerar novo link',
  confirmHere: ['Confirme o pagamento', '{wallet} pede sua confirmação aqui.'],

  outside: ['Continue no navegador', 'Este app não permite abrir {wallet}.'],
  outsideSteps: ['Toque em ⋯ no alto da tela.', 'Escolha “Abrir no navegador”.'],
  outsideHint: 'Nada aconteceu? Abra esta página no navegador.',

  copyLink: 'Copiar link',
  linkCopied: 'Link copiado',
  copyByHand: 'Toque no link e segure para copiar.',
  saveCode: 'Salvar o código',
  scanSaved: 'Ou salve o código e escaneie com {wallet} a partir das suas fotos.',
  sendToPhone: 'Enviar para meu celular',
};
