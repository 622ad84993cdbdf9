/** What must hold of the sources before any of them runs. */
import { join } from 'node:path';

export const STYLE = 'the style is kept';

export function checks(root) {
  const packages = join(root, 'node_modules');
  return [
    { name: 'the types agree', tool: join(packages, 'typescript-7', 'bin', 'tsc'), args: ['--project', root] },
    {
      name: STYLE,
      tool: join(packages, '@biomejs', 'biome', 'bin', 'biome'),
      args: ['check', '--diagnostic-level=warn', root],
    },
    {
      name: 'nothing lies there unused',
      tool: join(packages, 'knip', 'bin', 'knip.js'),
      args: ['--no-progress', '--treat-config-hints-as-errors'],
    },
  ];
}
