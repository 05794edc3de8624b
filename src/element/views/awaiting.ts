import type { PaymentState } from '../../session/state.ts';
import type { OpenedWindow } from '../controllers/wallet-window.ts';
import { disc } from './icons.ts';
import { openingView } from './opening.ts';
import type { Scene, SceneContext } from './scene.ts';

interface AwaitingContext extends SceneContext {
  readonly opened: OpenedWindow | null;
}

/** True while there is something to be opened: not while we find out what happened, nor once a code has been scanned. */
export function isToBeOpened(state: PaymentState, { presentation, time }: SceneContext): boolean {
  const isOver = state.checking || time?.remainingMs === 0 || !state.action;
  return !isOver && (presentation === 'redirect' || state.payment.reason !== 'scanned');
}

/** The shopper's turn, where it is not just to scan: to open the app, or either; or ours, to find out what happened. */
export function awaitingView(state: PaymentState, context: AwaitingContext): Scene {
  const { messages, presentation, code, time, cancel, onOpen, onRenew, onReloadCode } = context;
  // A countdown that has ended proves nothing: the server is asked, and until it answers nobody should pay twice.
  if (state.checking || time?.remainingMs === 0) return checkingView(state, context);
  if (presentation === 'redirect') return state.action ? openView(context) : openingView({ resuming: false }, context);
  if (state.payment.reason === 'scanned') {
    return { stage: disc('phone'), faded: true, words: messages.scanned, quiet: cancel };
  }
  if (!state.action) return { stage: 'skeleton', words: messages.preparing, quiet: cancel };
  if (code === 'missing') {
    const main = { label: messages.tryAgain, onClick: onReloadCode };
    return { stage: disc('alert'), words: messages.codeMissing, main, quiet: cancel, time };
  }
  const main = { label: messages.openWallet, onClick: () => onOpen() };
  const scene: Scene = { stage: 'code', words: messages.scanOrOpen, main, quiet: cancel, link: 'help', time };
  if (!time?.near || !state.payment.cancellable) return scene;
  // How to scan is known by now: another code is more wanted.
  const link = { label: messages.newCode, onClick: onRenew };
  return { ...scene, tone: 'warn', words: [messages.scanOrOpen[0], messages.expiring[1]], link };
}

function checkingView({ checking }: PaymentState, { messages, presentation, cancel, onCheck }: SceneContext): Scene {
  return {
    stage: disc('clock'),
    faded: presentation !== 'redirect',
    words: messages.checking,
    quiet: { label: messages.iHavePaid, busy: checking, onClick: onCheck },
    link: cancel,
  };
}

function openView(context: AwaitingContext): Scene {
  const { messages, windowed, opened, time, cancel, onOpen, onCheck } = context;
  const isShown = opened && !opened.closed;
  return {
    tone: opened ? 'waiting' : undefined,
    stage: disc(windowed ? 'window' : 'phone'),
    words: opened ? messages.windowOpen : windowed ? messages.openWindow : messages.open,
    main: isShown
      ? { label: messages.showWindow, onClick: opened.show }
      : { label: opened ? messages.reopenWindow : messages.openWallet, onClick: () => onOpen() },
    quiet: { label: messages.iHavePaid, onClick: onCheck },
    link: cancel,
    note: time ? messages.timeLeft : undefined,
    time,
  };
}
