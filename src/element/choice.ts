/** The choice of wallets, as one chunk: few pages offer it. */
export { choice as styles } from './styles/choice.ts';
export { choosingView } from './views/choosing.ts';
