import { button } from './styles/button.ts';
import { tokens } from './styles/tokens.ts';

/** What the button needs. The panel brings its own. */
export const styles = [tokens, button];
