import { type FormatName, formats, type Paper } from '../papers/index.ts';

/** `F-2345678.csv` of that very release, or undefined: there is no such file. */
export function formatOf(file: string, reference: string): FormatName | undefined {
  const ending = file.split('.').at(-1) ?? '';
  return isFormat(ending) && file === `${reference}.${ending}` ? ending : undefined;
}

export async function fileOf(paper: Paper, format: FormatName) {
  const { type, write } = formats[format];
  return { file: await write(paper), type, name: `${paper.reference}.${format}` };
}

const isFormat = (ending: string): ending is FormatName => Object.hasOwn(formats, ending);
