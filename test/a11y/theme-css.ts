// For the pages of tests, which are bundled with what is in these files.
import gaming from '../../src/themes/gaming.css';
import kids from '../../src/themes/kids.css';

const files: Readonly<Record<string, string>> = { gaming, kids };

/** What the page of a shop adds in a theme, for the checkout that a test poses. */
export const cssOf = (theme: string): string =>
  files[theme]?.replaceAll(/(?<!-)alipay-checkout\b(?!-)/g, 'posed-checkout') ?? '';
