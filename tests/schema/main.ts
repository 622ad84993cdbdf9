/** npm run schema: after a new migration, schema.ts says again what the tables hold. */
import { writeFileSync } from 'node:fs';
import { generateSchema, SCHEMA } from './generate.ts';

writeFileSync(SCHEMA, await generateSchema());
