import type { PaymentState } from '../../session/state.ts';
import { codeStage, fadedCode, skeleton } from './code.ts';
import type { Button, Scene, ViewContext } from './scene.ts';

/** From here on the code is about to expire: the bar turns amber and a new code is offered. */
const NEAR_EXPIRY_MS = 60_000;

/** The shopper's turn: to scan, to open the app, or either. */
export function awaitingView(state: PaymentState, context: ViewContext): Scene {
  const { messages, presentation, code, time } = context;
  // A countdown that has ended proves nothing: the server is asked, and until it answers nobody should pay twice.
  if (state.checking || time?.remainingMs === 0) return checkingView(state, context);
  if (state.payment.reason === 'scanned') {
    return { stage: fadedCode(context, 'phone'), words: messages.scanned, ...cancelButton(state, context) };
  }
  if (!state.action) return { stage: skeleton, words: messages.preparing, ...cancelButton(state, context) };
  if (presentation === 'redirect') return openView(state, context);
  if (code === 'missing') return codeMissingView(state, context);
  if (presentation === 'both') return bothView(state, context);

  const near = time !== null && time.remainingMs <= NEAR_EXPIRY_MS;
  return {
    tone: near ? 'warn' : undefined,
    stage: codeStage(state, context),
    words: near ? messages.expiring : messages.scan,
    main: near && state.payment.cancellable ? { label: messages.newCode, onClick: context.onRenew } : undefined,
    link: 'help',
    ...withTime(context),
    ...cancelButton(state, context),
  };
}

function checkingView(state: PaymentState, context: ViewContext): Scene {
  const { messages, presentation, onCheck } = context;
  return {
    stage: presentation === 'redirect' ? 'clock' : fadedCode(context, 'clock'),
    words: messages.checking,
    quiet: { label: messages.iHavePaid, busy: state.checking, onClick: onCheck },
    link: cancelButton(state, context).quiet,
  };
}

function openView(state: PaymentState, context: ViewContext): Scene {
  const { messages, onOpen, onCheck } = context;
  return {
    stage: 'phone',
    words: messages.open,
    main: { label: messages.openAlipay, onClick: onOpen },
    quiet: { label: messages.iHavePaid, onClick: onCheck },
    link: cancelButton(state, context).quiet,
    ...withTime(context),
  };
}

function bothView(state: PaymentState, context: ViewContext): Scene {
  const { messages, onOpen } = context;
  return {
    stage: codeStage(state, context),
    words: messages.scanOrOpen,
    main: { label: messages.openAlipay, onClick: onOpen },
    link: 'help',
    ...withTime(context),
    ...cancelButton(state, context),
  };
}

function codeMissingView(state: PaymentState, context: ViewContext): Scene {
  const { messages, onReloadCode } = context;
  return {
    stage: 'alert',
    words: messages.codeMissing,
    main: { label: messages.tryAgain, onClick: onReloadCode },
    ...withTime(context),
    ...cancelButton(state, context),
  };
}

const withTime = ({ time }: ViewContext): Pick<Scene, 'time'> => (time ? { time } : {});

function cancelButton({ payment, cancelling }: PaymentState, { messages, onCancel }: ViewContext): { quiet?: Button } {
  if (!payment.cancellable) return {};
  return { quiet: { label: messages.cancel, busy: cancelling, onClick: onCancel } };
}
