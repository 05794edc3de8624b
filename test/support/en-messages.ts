import { enChoice } from '../../src/element/locales/en-choice.ts';
import { enGuide } from '../../src/element/locales/en-guide.ts';
import { enScenes } from '../../src/element/locales/en-scenes.ts';
import { en } from '../../src/element/locales/en.ts';
import type { Messages } from '../../src/element/locales/messages.ts';

/** Everything that English says, as another language has it: in one piece. */
export const enMessages: Messages = { ...en, ...enScenes, ...enChoice, ...enGuide };
