export { House, type Tx } from './house.ts';
export type { DB } from './schema.ts';
