import type { PaymentState } from '../../session/state.ts';
import type { Scene, ViewContext } from './scene.ts';

/** True while a code is there to be scanned, or is being drawn, and that is all that there is to say. */
export function isToBeScanned(state: PaymentState, { presentation, code, time }: ViewContext): boolean {
  return (
    state.action !== null &&
    state.payment.reason !== 'scanned' &&
    !state.checking &&
    time?.remainingMs !== 0 &&
    presentation === 'qr' &&
    code !== 'missing'
  );
}

/** A code to scan: the one scene that is not fetched by itself, since every second until it is painted counts. */
export function scanView({ payment }: PaymentState, { messages, time, cancel, onRenew }: ViewContext): Scene {
  const near = time?.near;
  return {
    tone: near ? 'warn' : undefined,
    stage: 'code',
    words: near ? messages.expiring : messages.scan,
    main: near && payment.cancellable ? { label: messages.newCode, onClick: onRenew } : undefined,
    quiet: cancel,
    link: 'help',
    time,
  };
}
