import type { Attribute } from '../../platform/module.ts';
import { profiles } from '../disclosure/profile.ts';
import type { Cell, Publication } from '../disclosure/publication.ts';
import { wholeGroups } from '../disclosure/whole-groups.ts';
import type { AskedTable } from './asked.ts';
import { type Composition, countableOf } from './composition.ts';
import { attributesOf, type Offered } from './offered.ts';

/** Rows whose children all have one answer, as sentences: for the analyst to weigh. What is so by definition is no news. */
export function wholeRows(publication: Publication, { tables, profile }: Composition, offered: Offered): string[] {
  const said = wholeGroups(publication, profiles[profile]).flatMap(({ table, total, cell }) => {
    const at = publication.tables.findIndex(({ id }) => id === table);
    const [asked, title] = [tables[at], publication.tables[at]?.title ?? ''];
    if (!asked || isByDefinition(asked, total, cell, offered)) return [];
    return [`${title}: everyone in “${rowOf(total)}” is in “${answerOf(total, cell)}” too.`];
  });
  return [...new Set(said)];
}

const rowOf = ({ key }: Cell): string =>
  Object.values(key)
    .filter((name) => name !== 'Total')
    .join(', ') || 'Total';

const answerOf = (total: Cell, cell: Cell): string =>
  Object.keys(cell.key)
    .filter((title) => cell.key[title] !== total.key[title])
    .map((title) => cell.key[title])
    .join(', ');

/** Another answer of the row, or the cohort, settles it; or nothing else could be answered. */
function isByDefinition(asked: AskedTable, total: Cell, cell: Cell, offered: Offered): boolean {
  const attributes = attributesOf(countableOf(asked, offered), offered);
  const titled = (title: string) => asked.by.find((name) => attributes[name]?.label === title);
  const differing = Object.keys(cell.key).find((title) => cell.key[title] !== total.key[title]) ?? '';
  const answered = titled(differing);
  if (answered === undefined) return false;
  const others = Object.entries(total.key).flatMap(([title, name]) => {
    const attribute = attributes[titled(title) ?? ''];
    return attribute && title !== differing ? settledBy(attribute, codeOf(attribute, name)) : [];
  });
  const { cohort } = asked;
  const ofCohort = cohort ? [cohort.attribute, ...settledBy(attributes[cohort.attribute], cohort.value)] : [];
  return [...others, ...ofCohort].includes(answered) || attributes[answered]?.ofTheYear === true;
}

const codeOf = ({ values }: Attribute, name: string) => Object.keys(values).find((code) => values[code] === name) ?? '';
const settledBy = (attribute: Attribute | undefined, code: string) => attribute?.settles?.[code] ?? [];
