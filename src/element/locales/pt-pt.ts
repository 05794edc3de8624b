import type { Messages } from './messages.ts';

// Awaits a native reader. For Portugal and the other countries that write as it does.
export const ptPt: Messages = {
  alipay: 'Alipay',
  payWith: 'Pagar com {wallet}',
  cancel: 'Cancelar',
  close: 'Fechar',
  newCode: 'Obter novo código',
  tryAgain: 'Tentar novamente',
  howToScan: 'Como ler o código',

  preparing: ['A preparar o pagamento', 'Aguarde um momento.'],
  resuming: ['A procurar o seu pagamento', 'Aguarde um momento.'],
  scan: ['Leia o código com {wallet}', 'Abra a app {wallet} no telemóvel e toque em «Digitalizar».'],
  expiring: ['Leia o código com {wallet}', 'Este código está prestes a expirar.'],

  validFor: 'Expira em',
  lessThan: (seconds) =>
    seconds > 60
      ? `Faltam menos de ${seconds / 60} minutos.`
      : seconds === 60
        ? 'Falta menos de 1 minuto.'
        : `Faltam menos de ${seconds} segundos.`,
  codeAlternative: (amount, wallet) => `Leia este código com ${wallet} para pagar ${amount}`,

  openWallet: 'Abrir {wallet}',
  iHavePaid: 'Já paguei',
  payAgain: 'Pagar com Alipay',
  timeLeft: 'Tempo restante',
  helpSteps: [
    'Abra a app {wallet} no telemóvel.',
    'Toque em «Digitalizar» e aponte a câmara para o código.',
    'Verifique o valor e confirme. Esta página é atualizada automaticamente.',
  ],

  opening: ['A abrir {wallet}', 'Aguarde um momento.'],
  codeMissing: ['O código não foi carregado', 'A ligação pode estar lenta. Tente novamente.'],
  scanned: ['Confirme no telemóvel', 'Código lido. Conclua o pagamento na app {wallet}.'],
  open: ['Continue com {wallet}', 'No fim, regressa a esta página.'],
  openWindow: ['Pagar com {wallet}', 'O pagamento abre numa janela à parte.'],
  windowOpen: ['Conclua na janela de {wallet}', 'Esta página é atualizada automaticamente.'],
  showWindow: 'Mostrar a janela',
  reopenWindow: 'Abrir {wallet} novamente',
  returned: 'Regresso de {wallet}',
  closeWindow: 'Pode fechar esta janela e continuar na primeira.',
  scanOrOpen: ['Pagar com {wallet}', 'Leia o código com o telemóvel ou abra a app aqui.'],
  checking: ['A consultar {wallet}', 'Não pague outra vez. Estamos a verificar o resultado.'],
  processing: ['Encomenda recebida', '{wallet} está a confirmar o pagamento. Pode fechar esta página.'],
  paid: ['Pagamento concluído', 'Recebemos o seu pagamento. Obrigado.'],
  paidTwice: ['Esta encomenda já estava paga', 'A loja vai tratar do segundo pagamento consigo.'],
  timeUp: ['O tempo terminou', 'Nada foi cobrado. A sua encomenda mantém-se.'],
  voided: {
    cancelled_by_shopper: ['Pagamento cancelado', 'Nada foi cobrado.'],
    cancelled_by_merchant: ['Cancelado pela loja', 'Nada foi cobrado.'],
    expired: ['O código expirou', 'Nada foi cobrado. A sua encomenda mantém-se.'],
    reversed: ['O seu pagamento foi devolvido', 'O dinheiro regressa ao meio de pagamento utilizado.'],
  },
  failed: {
    declined: ['Recusado por {wallet}', 'Nada foi cobrado. Escolha outro saldo ou cartão na app {wallet}.'],
    risk_rejected: ['Recusado por {wallet}', 'Nada foi cobrado. {wallet} pode indicar o motivo.'],
    limit_exceeded: ['Limite de {wallet} excedido', 'Nada foi cobrado. Escolha outro saldo ou cartão na app {wallet}.'],
    insufficient_funds: ['Saldo insuficiente', 'Nada foi cobrado. Escolha outro saldo ou cartão na app {wallet}.'],
    gateway_error: ['Pagamento não concluído', 'Se {wallet} mostrar um pagamento, contacte primeiro a loja.'],
    unknown: ['Pagamento não concluído', 'Se {wallet} mostrar um pagamento, contacte primeiro a loja.'],
  },
  errors: {
    unreachable: ['Sem ligação à loja', 'A Internet pode ter falhado. Pode tentar novamente sem risco.'],
    order_already_paid: ['Esta encomenda já está paga', 'Não há mais nada a pagar.'],
    rate_limited: ['Um momento, por favor', 'Houve demasiadas tentativas. Aguarde um pouco e tente novamente.'],
    unauthorized: ['Não é possível mostrar o pagamento', 'Abra novamente a sua encomenda na loja.'],
    other: ['O pagamento não foi iniciado', 'Tente novamente ou contacte a loja.'],
  },

  reconnecting: 'A restabelecer a ligação…',
  offline: 'Está sem ligação. Continuamos assim que voltar.',
  cancelRefused: 'Já não é possível cancelar.',

  order: (id) => `Encomenda ${id}`,
  errorCode: (code) => `Código de erro: ${code}`,

  back: 'Voltar',
  choose: ['Escolha a sua carteira', 'Confirmará o valor na carteira.'],
  listing: 'Aguarde um momento.',
  noneAvailable: ['Nenhuma carteira disponível', 'Tente mais tarde ou contacte a loja.'],
  unavailable: {
    payment_account_not_available: 'Não está configurada para esta loja.',
    exceed_channel_limit_rule: 'O valor está fora dos seus limites.',
    service_degrade: 'Está com problemas neste momento.',
    channel_not_support_currency: 'Não aceita esta moeda.',
    channel_disable: 'A loja não a aceita de momento.',
    channel_not_in_service_time: 'Fora do horário de serviço.',
    no_pay_options: 'Indisponível para esta encomenda.',
    other: 'Indisponível de momento.',
  },

  notOpened: ['{wallet} não abriu?', 'Tente de outra forma. Só paga uma vez.'],
  openPage: 'Pagar no site',
  showCode: 'Mostrar um código',
  newLink: 'Obter novo link',
  confirmHere: ['Confirme o pagamento', '{wallet} pede a sua confirmação aqui.'],

  outside: ['Continue no navegador', 'Não é possível abrir {wallet} nesta app.'],
  outsideSteps: ['Toque em ⋯ no topo do ecrã.', 'Escolha «Abrir no navegador».'],
  outsideHint: 'Não aconteceu nada? Abra esta página no navegador.',

  copyLink: 'Copiar link',
  linkCopied: 'Link copiado',
  copyByHand: 'Mantenha o link premido para o copiar.',
  saveCode: 'Guardar o código',
  scanSaved: 'Ou guarde o código para o ler com {wallet} a partir das fotografias.',
  sendToPhone: 'Enviar para o meu telemóvel',
};
