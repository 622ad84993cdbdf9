import { parseArgs } from 'node:util';
import { type Command, WrongUse } from '@throughline/commands';
import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as components from './index.ts';

const names = Object.keys(components).toSorted();

export const drawCommand: Command = {
  name: '',
  says: 'prints the HTML of a component',
  help: `
$0 COMPONENT [PROPS]

PROPS is a JSON object; what a component holds goes under “children”. For example:

  $0 Button '{"children":"Save and continue"}'
  $0 Radios '{"name":"sure","legend":"Are you sure?","items":[{"value":"yes","text":"Yes"}]}'

Components: ${names.join(', ')}.
Exit 0: printed. Exit 2: there is no such component, or the props are not its own.`,
  async run(args, console) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [name = '', props = '{}', ...more] = positionals;
    const component = Object.entries(components).find(([known]) => known === name)?.[1];
    if (!component || more.length > 0) throw new WrongUse(`Name one component and its props: ${names.join(', ')}.`);
    // Props typed at a keyboard are not known to the compiler: what a component cannot draw is said in its own words.
    console.print(draw(component as FunctionComponent, readProps(props)));
    return 0;
  },
};

function draw(component: FunctionComponent, props: Record<string, unknown>): string {
  try {
    return renderToString(h(component, props));
  } catch (error) {
    throw new WrongUse(`These props cannot be drawn: ${error instanceof Error ? error.message : error}.`);
  }
}

function readProps(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {}
  throw new WrongUse('The props are not a JSON object.');
}
