import type { UsualColour } from './public/theme.js';

/** A colour token of the checkout, as the studio asks for it. */
export interface ColourToken extends UsualColour {
  readonly label: string;
}

export const COLOURS: readonly ColourToken[] = [
  { name: 'accent', label: 'Accent', light: '#1052b0', dark: '#72aaff' },
  { name: 'on-accent', label: 'Text on it', light: '#ffffff', dark: '#06101f' },
  { name: 'surface', label: 'Surface', light: '#ffffff', dark: '#161a21' },
  { name: 'text', label: 'Text', light: '#101828', dark: '#f3f5f8' },
  { name: 'muted', label: 'Quieter text', light: 78, dark: 78 },
  { name: 'line', label: 'Hairlines', light: 13, dark: 13 },
  { name: 'raised', label: 'Quiet fills', light: 5, dark: 5 },
  { name: 'good', label: 'Paid', light: '#05603a', dark: '#4cc38a' },
  { name: 'warn', label: 'Short of time', light: '#9a3412', dark: '#f5a254' },
  { name: 'bad', label: 'Refused', light: '#b42318', dark: '#f2877c' },
];

/** What has to be told apart to be read, and the least contrast of each pair (WCAG 2.2, 1.4.3 and 1.4.6). */
export const PAIRS = [
  { front: 'text', back: 'surface', label: 'Text', least: 7 },
  { front: 'muted', back: 'surface', label: 'Quieter text', least: 4.5 },
  { front: 'on-accent', back: 'accent', label: 'Button', least: 4.5 },
  { front: 'accent', back: 'surface', label: 'Link', least: 4.5 },
  { front: 'good', back: 'surface', label: 'Paid', least: 4.5 },
  { front: 'warn', back: 'surface', label: 'Short of time', least: 4.5 },
  { front: 'bad', back: 'surface', label: 'Refused', least: 4.5 },
] as const;

export const RANGES = [
  { name: 'radius', label: 'Corners', min: 0, max: 32, step: 1, initial: 16 },
  { name: 'space', label: 'Spacing', min: 5, max: 12, step: 0.5, initial: 8 },
  { name: 'qr-size', label: 'Code', min: 232, max: 320, step: 4, initial: 232 },
] as const;

/** The size of the text and its lines; the families are the designer's. */
export const DENSITIES = [
  { name: 'Compact', text: 'max(14px, 0.875rem) / 1.43', space: 6 },
  { name: 'Regular', text: 'max(15px, 0.9375rem) / 1.4', space: 8 },
  { name: 'Roomy', text: 'max(17px, 1.0625rem) / 1.47', space: 10 },
] as const;

export const FAMILIES = [
  { name: 'System', family: 'system-ui, sans-serif' },
  { name: 'Grotesque', family: "'Helvetica Neue', Helvetica, Arial, sans-serif" },
  { name: 'Humanist', family: "Optima, Candara, 'Noto Sans', sans-serif" },
  { name: 'Rounded', family: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Nunito, system-ui, sans-serif" },
  { name: 'Serif', family: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Songti SC', Georgia, serif" },
  { name: 'Monospaced', family: 'ui-monospace, Menlo, Consolas, monospace' },
] as const;

export const SHADOWS = [
  { name: 'None', shadow: 'none' },
  { name: 'Hairline', shadow: '0 1px 3px rgb(0 0 0 / 16%)' },
  { name: 'Deep', shadow: '0 24px 48px rgb(0 0 0 / 24%)' },
  { name: 'Hard', shadow: '6px 6px 0 rgb(0 0 0 / 16%)' },
] as const;

/** All tokens that are no colours and have one value in both schemes. */
export const SHAPES = ['radius', 'space', 'qr-size', 'font', 'shadow', 'overlay-shadow', 'backdrop'] as const;

/** The languages of the checkout, as their readers are likely to ask for them. */
export const LOCALES = [
  ...['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'ja', 'ko', 'th', 'ms', 'id', 'vi', 'fil', 'hi'],
  ...['de', 'fr', 'es', 'it', 'pt-BR', 'pt-PT', 'nl', 'pl', 'ru', 'tr', 'ar', 'he'],
] as const;

/** Themes of the package, by the names of their files. */
export const THEMES = ['tea-house', 'electronics', 'fashion', 'luxury', 'gaming', 'kids'] as const;
