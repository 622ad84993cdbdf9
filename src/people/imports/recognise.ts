import { type Answer, type Compare, type Contradiction, plainly } from '../../platform/imports/index.ts';
import { daysBetween, type PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { ChildNow, Sex } from '../child.ts';
import { PREGNANCY } from './child.ts';

/** What a file says of one child. Whatever it leaves out is not known, which contradicts nothing. */
export type SaidOfChild = {
  childId: string;
  givenName?: string | undefined;
  familyName?: string | undefined;
  bornOn?: PlainDate | undefined;
  expectedOn?: PlainDate | undefined;
  sex?: Sex | undefined;
  ethnicity?: string | undefined;
};

/** Who the child is after the import, where that is news: a new child, or one of whom more is known than before. */
export type News = {
  givenNames: string | null;
  familyName: string | null;
  bornOn: PlainDate | null;
  expectedOn: PlainDate | null;
  sex: Sex;
  ethnicity: string;
};

/** Whom an identifier of the file stands for: somebody held, somebody new, or nobody can tell. */
export type Recognised = {
  held?: ChildNow | undefined;
  news?: News | undefined;
  /** Why nothing the file says of this child can be taken. */
  trouble?: Contradiction | undefined;
  notices: { column: string; problem: string }[];
};

/** The children of a file by its identifiers, and those that rows were accepted of: only they are recorded. */
export type Recognition = { found: ReadonlyMap<string, Recognised>; taken: Set<string> };

/** One child for each identifier, with the first answer the rows give to each question. */
export function gatherSaid(all: Iterable<SaidOfChild>): Map<string, SaidOfChild> {
  const gathered = new Map<string, SaidOfChild>();
  for (const said of all) {
    const known = Object.entries(said).filter(([, answer]) => answer !== undefined);
    gathered.set(said.childId, { ...Object.fromEntries(known), ...gathered.get(said.childId), childId: said.childId });
  }
  return gathered;
}

/** Nobody is overwritten: what is held stays, what is not yet known is filled in, and a contradiction is refused. */
export function recognise(said: SaidOfChild, underIdentifier: readonly ChildNow[]): Recognised {
  const [held, ...others] = underIdentifier;
  if (others.length > 0) return { trouble: SEVERAL, notices: [] };
  if (!held) return { news: asNew(said), notices: [] };
  const trouble = birthTrouble(said, held);
  if (trouble) return { held, trouble, notices: [] };
  return { held, news: fillIn(said, held), notices: differences(said, held) };
}

const SEVERAL: Contradiction = {
  column: 'childId',
  problem: 'is held for more than one child',
  remedy: 'Find out whose it is; until then nothing that carries it can be taken.',
};

/**
 * Compares a row with what is held of its child, once it is sure which child that is. The first row of a child whom the
 * file tells more of is accepted for that, even where it says nothing else that is new.
 */
export function ofChild<R>(
  { found, taken }: Recognition,
  childIdOf: (record: R) => string,
  compare: (record: R & { key: string }, held: ChildId | undefined) => Answer,
): Compare<R> {
  const seen = new Set<string>();
  return (record) => {
    const childId = childIdOf(record);
    const { held, news, trouble, notices } = found.get(childId) ?? { notices: [] };
    if (trouble) return record.at.place(trouble.column).value ? trouble : { ...trouble, ...ELSEWHERE };
    const answer = compare(record, held?.id);
    if ('remedy' in answer) return answer;
    const isFirst = !seen.has(childId);
    seen.add(childId);
    const isHeld = answer.held && !(isFirst && news);
    if (!isHeld) taken.add(childId);
    return { held: isHeld, notices: [...(isFirst ? notices : []), ...(answer.notices ?? [])] };
  };
}

const ELSEWHERE = {
  column: 'childId',
  problem: 'is given elsewhere in the file with a date of birth that is not the one held',
};

function asNew({ givenName, familyName, bornOn, expectedOn, sex, ethnicity }: SaidOfChild): News {
  return {
    givenNames: givenName ?? null,
    familyName: familyName ?? null,
    bornOn: bornOn ?? null,
    expectedOn: bornOn ? null : (expectedOn ?? null),
    sex: sex ?? 'U',
    ethnicity: ethnicity ?? 'NOBT',
  };
}

/** The one held is not told: whoever runs an import may not see the child. */
function birthTrouble(said: SaidOfChild, held: ChildNow): Contradiction | undefined {
  const agrees =
    (!said.bornOn && !said.expectedOn) ||
    (held.bornOn ? said.bornOn === held.bornOn : isBirthOf(held.expectedOn, said.bornOn));
  if (agrees) return undefined;
  return {
    column: 'bornOn',
    problem: 'is not the date of birth held for this child',
    remedy: 'Find out which is right, or whether this is another child; then correct the file, or the record held.',
  };
}

/** A child expected is born somewhat earlier or later; more than a pregnancy apart it is another child. */
function isBirthOf(expectedOn: PlainDate | null, bornOn: PlainDate | undefined): boolean {
  return !expectedOn || !bornOn || Math.abs(daysBetween(expectedOn, bornOn)) <= PREGNANCY;
}

function fillIn(said: SaidOfChild, held: ChildNow): News | undefined {
  const told = asNew(said);
  const bornOn = held.bornOn ?? told.bornOn;
  const filled: News = {
    givenNames: held.givenNames ?? told.givenNames,
    familyName: held.familyName ?? told.familyName,
    bornOn,
    expectedOn: bornOn ? null : (held.expectedOn ?? told.expectedOn),
    sex: held.sex === 'U' ? told.sex : held.sex,
    ethnicity: held.ethnicity === 'NOBT' ? told.ethnicity : held.ethnicity,
  };
  const isNews = (Object.keys(filled) as (keyof News)[]).some((fact) => filled[fact] !== held[fact]);
  return isNews ? filled : undefined;
}

function differences(said: SaidOfChild, held: ChildNow): Recognised['notices'] {
  const facts: [string, string | undefined, string | null][] = [
    ['givenName', said.givenName, held.givenNames],
    ['familyName', said.familyName, held.familyName],
    ['sex', said.sex === 'U' ? undefined : said.sex, held.sex === 'U' ? null : held.sex],
    [
      'ethnicity',
      said.ethnicity === 'NOBT' ? undefined : said.ethnicity,
      held.ethnicity === 'NOBT' ? null : held.ethnicity,
    ],
  ];
  return facts.flatMap(([column, one, other]) =>
    one && other && plainly(one) !== plainly(other)
      ? [{ column, problem: 'differs from what is held, which is kept' }]
      : [],
  );
}
