export { House, type Tx } from './house.ts';
export { inParts } from './parts.ts';
export type { DB } from './schema.ts';
