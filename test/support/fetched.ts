/** True where this page has fetched a module of the element: each is fetched once a page, so once a test file. */
export const isFetched = (name: string): boolean =>
  performance
    .getEntriesByType('resource')
    .some((entry) => new URL(entry.name).pathname.endsWith(`/element/${name}.ts`));
