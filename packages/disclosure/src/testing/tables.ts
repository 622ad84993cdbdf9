import { chanceFrom } from './cohort.ts';

/** A table of rows and columns with all its totals, in the form of the files the commands read. */
export function twoWayTable(rows: number, columns: number, seed: number, shareSmall: number) {
  const chance = chanceFrom(seed);
  const inner = Array.from({ length: rows * columns }, (_, at) => {
    const draw = chance();
    const large = draw < shareSmall + 0.05 ? 0 : 5 + Math.floor(chance() * 60);
    const freq = draw < shareSmall ? 1 + Math.floor(chance() * 4) : large;
    return { row: String(Math.floor(at / columns)), column: String(at % columns), freq };
  });
  const cells: { key: Record<string, string>; value: number; sumOfInner: number[]; primary: boolean }[] = [];
  const add = (row: string, column: string, sumOfInner: number[]) => {
    const value = sumOfInner.reduce((sum, at) => sum + (inner[at]?.freq ?? 0), 0);
    cells.push({ key: { row, column }, value, sumOfInner, primary: value >= 1 && value <= 4 });
  };
  const all = inner.map((_, at) => at);
  add('Total', 'Total', all);
  for (let row = 0; row < rows; row++) add(String(row), 'Total', all.slice(row * columns, (row + 1) * columns));
  for (let column = 0; column < columns; column++)
    add(
      'Total',
      String(column),
      all.filter((at) => at % columns === column),
    );
  for (const at of all) add(inner[at]?.row ?? '', inner[at]?.column ?? '', [at]);
  const id = `${rows} by ${columns}, seed ${seed}`;
  return { tables: [{ id, rule: { primaryIf: '1<=value<=4' }, dims: ['row', 'column'], inner, cells }] };
}
