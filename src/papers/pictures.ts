/** Everything that draws, fetched together and only when something is drawn. */
export * from './picture.ts';
export * from './table-picture.ts';
export * from './trend-picture.ts';
