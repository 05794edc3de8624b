import type { LitElement, ReactiveController } from 'lit';
import type { CheckoutPhase } from '../../session/state.ts';

const ENDS: readonly CheckoutPhase[] = ['success', 'voided', 'failed', 'error'];

/**
 * Takes the focus nowhere, but keeps it from being lost: where it was inside the host and what had it is gone, or the
 * payment has come to an end, it goes to the heading that says what is now, or back to the button.
 */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #phase: () => CheckoutPhase;
  #phaseBefore: CheckoutPhase = 'idle';
  #focused: HTMLElement | null = null;

  constructor(host: LitElement, phase: () => CheckoutPhase) {
    this.#host = host;
    this.#phase = phase;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = (this.#host.shadowRoot?.activeElement as HTMLElement | null | undefined) ?? null;
  }

  hostUpdated(): void {
    const phase = this.#phase();
    const ended = phase !== this.#phaseBefore && ENDS.includes(phase);
    this.#phaseBefore = phase;
    if (this.#focused && (ended || this.#focused.hidden || !this.#focused.isConnected)) {
      // Where there is no heading any more, the button is alone again.
      const root = this.#host.shadowRoot;
      (root?.querySelector('h2') ?? root?.querySelector('button'))?.focus();
    }
  }
}
