import { both, everybody, having, neither, type Sheet, type TableSpec, type Where } from '@throughline/disclosure';
import { type AskedTable, answersOf, readTable, specOf, writeTable } from './asked.ts';
import { questions } from './known-questions.ts';
import { countableOf, countedFrom, type Offered } from './offered.ts';

/**
 * What these tables do not print and follows from them: what members are known to ask of the same records, everybody
 * outside a group that a table is of, and everybody who is not in a row where several are told together.
 */
export function knownToBeAsked(tables: readonly AskedTable[], sheets: readonly Sheet[], offered: Offered): TableSpec[] {
  const printed = tables.map(writeTable);
  const specs = (asked: AskedTable): TableSpec[] => {
    const countable = countableOf(asked, offered);
    const isCounted = sheets.some(({ kind }) => kind === countedFrom(countable, offered).kind);
    return isCounted ? [specOf(asked, countable, offered)] : [];
  };
  const known = Object.values(questions)
    .flatMap(({ tables: asked }) => asked)
    .filter((text) => !printed.includes(text))
    .flatMap((text) => readTable(text, offered) ?? []);
  const following = tables.flatMap(({ as: _, ...asked }) =>
    specs(asked).flatMap((spec) => [...outside(asked, spec, offered), ...withoutEach(asked, spec, offered)]),
  );
  return [...known.flatMap(specs), ...following];
}

/** Children at risk, and of them those looked after: the caseload less the one, and those at risk less the other. */
function outside({ kind, cohort }: AskedTable, spec: TableSpec, offered: Offered): TableSpec[] {
  const within = answersOf(countableOf({ kind }, offered));
  const only = cohort ? having(cohort.attribute, cohort.value) : everybody;
  const but = (id: string, where: Where) => ({ ...spec, id: `${spec.id}@not:${id}`, cohort: where });
  return [
    ...(cohort ? [but(`${cohort.attribute}=${cohort.value}`, both(...within, neither(only)))] : []),
    ...(within.length > 0 ? [but(kind, both(only, neither(both(...within))))] : []),
  ];
}

function withoutEach({ kind, by }: AskedTable, spec: TableSpec, offered: Offered): TableSpec[] {
  const { several = {} } = countableOf({ kind }, offered);
  if (!by.some((name) => several[name])) return [];
  const turned = spec.by.map((one, at) =>
    several[by[at] ?? '']
      ? { ...one, groups: one.groups.map(({ name, where }) => ({ name: `Not: ${name}`, where: neither(where) })) }
      : one,
  );
  return [{ ...spec, id: `${spec.id}@without`, by: turned }];
}
