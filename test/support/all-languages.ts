/** The languages that we speak, as those who read them are likely to ask for them. */
export const LOCALES = [
  ...['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'ja', 'ko', 'th', 'ms', 'id', 'vi', 'fil', 'hi'],
  ...['de', 'fr', 'es', 'it', 'pt-BR', 'pt-PT', 'nl', 'pl', 'ru', 'tr', 'ar', 'he'],
] as const;
