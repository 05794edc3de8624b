// For the pages of tests, which are bundled with what is in these files.
import electronics from '../../src/themes/electronics.css';
import fashion from '../../src/themes/fashion.css';
import gaming from '../../src/themes/gaming.css';
import kids from '../../src/themes/kids.css';
import luxury from '../../src/themes/luxury.css';
import teaHouse from '../../src/themes/tea-house.css';

const files: Readonly<Record<string, string>> = {
  electronics,
  fashion,
  gaming,
  kids,
  luxury,
  'tea-house': teaHouse,
};

/** What the page of a shop adds in a theme, for the checkout that a test poses. */
export const cssOf = (theme: string): string =>
  files[theme]?.replaceAll(/(?<!-)alipay-checkout\b(?!-)/g, 'posed-checkout') ?? '';
