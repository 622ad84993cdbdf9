import {
  type Accepted,
  day,
  type ImportResult,
  identifier,
  readOneSheet,
  required,
  settle,
  text,
  whole,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';

export const neighbourColumns = {
  model: required('model', identifier),
  ofCode: required('of_code', identifier),
  ofArea: required('of_area', text),
  place: required('place', whole),
  code: required('area_code', identifier),
  area: required('area', text),
  closeness: required('closeness', text),
  inForceFrom: required('in_force_from', day),
  source: required('source', text),
  sourceDate: required('source_date', day),
};

/** One area of a list of statistical neighbours: a model, dated, of one area. */
export type Neighbour = {
  model: string;
  ofCode: string;
  ofArea: string;
  place: number;
  code: string;
  area: string;
  closeness: string;
  inForceFrom: PlainDate;
  source: string;
  sourceDate: PlainDate;
};

export type NeighbourFile = { records: Accepted<Neighbour>[]; result: ImportResult };

/** The key of a record is `model|of_code|area_code`. A list is never changed: a newer one is another model. */
export function readNeighbours(bytes: Uint8Array): NeighbourFile | Refusal {
  const sheet = readOneSheet(bytes, neighbourColumns);
  if (isRefusal(sheet)) return sheet;
  const dates = new Map<string, string>();
  const places = new Map<string, string>();
  const records = settle<Neighbour, Neighbour>(sheet.result, sheet.rows, (row) => {
    const list = `${row.model}|${row.ofCode}`;
    const began = dates.get(list) ?? row.inForceFrom;
    dates.set(list, began);
    const other = places.get(`${list}|${row.place}`) ?? row.code;
    places.set(`${list}|${row.place}`, other);
    return {
      key: `${list}|${row.code}`,
      record: row,
      troubles: [
        ...(row.code === row.ofCode
          ? [{ column: 'code' as const, problem: 'is the area itself', remedy: 'Leave the row out.' }]
          : []),
        ...(began !== row.inForceFrom
          ? [
              {
                column: 'inForceFrom' as const,
                problem: 'is not the day the rest of the list begins',
                remedy: 'Give one day for the whole list.',
              },
            ]
          : []),
        ...(other !== row.code
          ? [{ column: 'place' as const, problem: 'is taken by another area', remedy: 'Give each area its own place.' }]
          : []),
      ],
    };
  });
  return { records, result: sheet.result };
}
