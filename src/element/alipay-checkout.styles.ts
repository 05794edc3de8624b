import { controls } from './styles/controls.ts';
import { frame } from './styles/frame.ts';
import { stage } from './styles/stage.ts';
import { tokens } from './styles/tokens.ts';

export const styles = [tokens, frame, stage, controls];
