/** What draws, as it is once fetched: by its type alone, so that naming it does not fetch it. */
export type Pictures = typeof import('../picture.ts') & typeof import('./trend-picture.ts');
