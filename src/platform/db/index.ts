export { House, type Tx } from './house.ts';
export { migrate } from './migrate.ts';
export type { DB } from './schema.ts';
