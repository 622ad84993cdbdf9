/** What must hold of the sources before any of them runs. */
import { join } from 'node:path';

export function checks(root) {
  const packages = join(root, 'node_modules');
  return [
    { name: 'the types agree', tool: join(packages, 'typescript-7', 'bin', 'tsc'), args: ['--project', root] },
    {
      name: 'the style is kept',
      tool: join(packages, '@biomejs', 'biome', 'bin', 'biome'),
      args: ['check', '--diagnostic-level=warn', root],
    },
  ];
}
