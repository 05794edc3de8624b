/** What helps where the wallet did not open or cannot be opened from here, as one chunk: desktops do without. */
export { Wayfinder } from './controllers/wayfinder.ts';
export { guide as styles } from './styles/guide.ts';
