import { html, nothing, type TemplateResult } from 'lit';
import type { GuideWords } from '../locales/messages.ts';
import type { Button, Scene, SceneContext } from './scene.ts';

export interface GuideContext extends SceneContext {
  readonly messages: SceneContext['messages'] & GuideWords;
  /** The page's own address, which finds the payment again in another browser, where the app lets no page copy it. */
  readonly field: TemplateResult | typeof nothing;
  readonly onCopy: () => void;
  /** Absent where there is no code. */
  readonly save: Button | undefined;
}

/** The way out of an app that lets nobody go to the wallet: what to tap in its menu, or the link to take elsewhere. */
export function guideView({ stage }: Scene, context: GuideContext): Scene {
  const { messages, field, cancel, time, say, save, onCopy, onCheck } = context;
  return {
    tone: 'guiding',
    stage: save ? stage : nothing,
    words: messages.outside,
    list: html`<ol class="steps">
        ${messages.outsideSteps.map((step) => html`<li>${say(step)}</li>`)}
      </ol>
      ${save && html`<p class="aside">${say(messages.scanSaved)}</p>`} ${field}`,
    main: { label: messages.copyLink, onClick: onCopy },
    quiet: save ?? { label: messages.iHavePaid, onClick: onCheck },
    link: cancel,
    note: time ? messages.timeLeft : undefined,
    time,
  };
}
