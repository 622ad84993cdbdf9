import {
  houseKnowledge,
  type Knowledge,
  type Model,
  makeModel,
  matchPeople,
  type Person,
  readHeader,
  readRow,
} from '@throughline/record-linkage';
import { judge, type Quality, type Row, readKnown } from './match.ts';
import { drawChildren } from './match-children.ts';

type ModelOf = (known: Knowledge) => Model;

const without =
  (less: Partial<Knowledge>): ModelOf =>
  (known) =>
    makeModel({ ...known, ...less });
/** Names that agree only so far are taken for different ones; levels as `parts` lists them. */
const namesOnly =
  (levels: readonly number[]): ModelOf =>
  (known) => {
    const model = makeModel(known);
    const last = (bits: readonly number[]) =>
      bits.map((bit, level) => (levels.includes(level) ? (bits.at(-1) ?? 0) : bit));
    const names = (bits: Model['bits']) => ({ ...bits, given: last(bits.given), surname: last(bits.surname) });
    return { ...model, bits: names(model.bits), siblingBits: names(model.siblingBits) };
  };

/** Each part of matching, and a model made without it. */
const PARTS: readonly (readonly [string, ModelOf])[] = [
  ['nothing (the whole)', makeModel],
  ['rare values saying more', without({ share: () => undefined, company: () => undefined })],
  ['names that come together saying less', without({ company: () => undefined, namesakes: 0 })],
  [
    'counting how often strangers agree',
    without({ other: houseKnowledge.other, neighbours: houseKnowledge.neighbours }),
  ],
  ['learning how one person’s records agree', without({ same: houseKnowledge.same })],
  ['learning how many families there are', without({ familyOdds: 1 })],
  ['the reading as brothers and sisters', without({ familyOdds: 0 })],
  ['other forms of a name (sound, nickname)', namesOnly([2])],
  ['any likeness of names', namesOnly([2, 3, 4, 5])],
];

/** What each part is worth, taken away one at a time: docs/decisions/0012. */
export function printAblation(say: (text: string) => void): void {
  const drawn = drawChildren(20_000, 7).map(({ child, cells }) => ({ person: String(child), cells }));
  const files = [...readKnown(), { name: '20,000 with families', rows: drawn }].map(({ name, rows }) => ({
    name,
    ...readFile(rows),
  }));
  say('Without; then of each file F1 at the best weight, “same” precision and recall, recall offered');
  for (const [part, modelOf] of PARTS) {
    say(`\n${part}`);
    for (const { name, people, truth } of files)
      say(
        `  ${name.padEnd(22)} ${sayQuality(
          judge(
            matchPeople(people, undefined, () => undefined, modelOf),
            truth,
          ),
        )}`,
      );
  }
}

const sayQuality = ({ bestF1, samePrecision, sameRecall, offered }: Quality) =>
  [bestF1, samePrecision, sameRecall, offered].map((share) => share.toFixed(4)).join('  ');

function readFile(rows: readonly Row[]): { people: Person[]; truth: Map<string, string> } {
  const columns = Object.keys(rows[0]?.cells ?? {});
  const header = readHeader(['id', ...columns]);
  const truth = new Map<string, string>();
  const people = rows.flatMap(({ person, cells }, at) => {
    const id = String(at);
    const read = readRow([id, ...columns.map((column) => cells[column] ?? '')], header, 'rows', at);
    truth.set(id, person);
    return 'leftOut' in read ? [] : [{ id, prepared: read.prepared }];
  });
  return { people, truth };
}
