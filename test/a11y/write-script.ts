// `node test/a11y/write-script.ts`, after a change that is meant to be heard. Then read what has changed.
import { performScript, writeScript } from './script.ts';
import { Stage } from './stage.ts';

const stage = await Stage.open();
try {
  await writeScript(await performScript(stage));
} finally {
  await stage.close();
}
