import type { Language } from './words.ts';

export interface Tea {
  readonly id: string;
  /** In cents of a US dollar. */
  readonly price: number;
  readonly name: Readonly<Record<Language, string>>;
  readonly origin: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
  /** What is brushed onto the tin. */
  readonly characters: string;
}

export const CURRENCY = 'USD';

const longjing: Tea = {
  id: 'longjing',
  price: 1314,
  characters: '龙井',
  name: { en: 'West Lake Longjing', 'zh-Hans': '西湖龙井' },
  origin: { en: 'Green tea · Hangzhou, Zhejiang · 50 g', 'zh-Hans': '绿茶 · 浙江杭州 · 50 克' },
  description: {
    en: 'Picked before the spring rains and pressed flat by hand in a warm pan. Sweet chestnut, fresh-cut grass, and a finish as clear as the lake it is named after.',
    'zh-Hans': '雨前采摘，手工在温锅中压扁炒制。栗香清甜，鲜草气息，回味如西湖之水般清澈。',
  },
};

const tieguanyin: Tea = {
  id: 'tieguanyin',
  price: 1680,
  characters: '观音',
  name: { en: 'Anxi Tieguanyin', 'zh-Hans': '安溪铁观音' },
  origin: { en: 'Oolong · Anxi, Fujian · 75 g', 'zh-Hans': '乌龙茶 · 福建安溪 · 75 克' },
  description: {
    en: 'Half-fermented leaves rolled into tight pearls that open over seven infusions. Orchid first, then cream, then a long mineral echo.',
    'zh-Hans': '半发酵茶叶卷成紧实的茶珠，七泡有余香。先是兰香，再是奶香，最后是悠长的岩韵。',
  },
};

const puer: Tea = {
  id: 'puer',
  price: 3860,
  characters: '普洱',
  name: { en: 'Menghai Ripe Pu-erh', 'zh-Hans': '勐海熟普洱' },
  origin: { en: 'Dark tea · Menghai, Yunnan · 100 g', 'zh-Hans': '黑茶 · 云南勐海 · 100 克' },
  description: {
    en: 'Aged for nine years in the damp warmth of Yunnan. Dark as coffee and soft as velvet, with dates, cocoa and old wood.',
    'zh-Hans': '在云南温润的气候中陈化九年。色如咖啡，质若天鹅绒，枣香、可可与陈木香层层展开。',
  },
};

/** What the house sells. The first is on the front page. */
export const TEAS: readonly [Tea, ...Tea[]] = [longjing, tieguanyin, puer];

export function findTea(id: string): Tea | undefined {
  return TEAS.find((tea) => tea.id === id);
}
