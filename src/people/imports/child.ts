import {
  type Dated,
  day,
  identifier,
  type Notice,
  name,
  optional,
  type ReadRow,
  required,
  type Trouble,
  type Values,
} from '../../platform/imports/index.ts';
import { addDays, addMonths, daysBetween, type PlainDate, sayDay } from '../../platform/kernel/index.ts';

/** How a spreadsheet of the team names a child: by the authority's identifier, with name and birth date to check it. */
export const childColumns = {
  childId: required('child_id', identifier, 'LA child id', 'child unique id', 'social care id'),
  givenName: optional('given_name', name, 'first name', 'forename'),
  familyName: optional('family_name', name, 'surname', 'last name'),
  bornOn: optional('date_of_birth', day, 'dob', 'birth date', 'expected date of birth'),
};

/** A child is born on a day or expected on one, never both. */
export type ImportedChild = {
  childId: string;
  givenName: string | undefined;
  familyName: string | undefined;
  bornOn: PlainDate | undefined;
  expectedOn: PlainDate | undefined;
};

type Child = { childId: string; bornOn: PlainDate | undefined };

export function importedChild(values: Values<typeof childColumns>, today: PlainDate): ImportedChild {
  const { childId, givenName, familyName, bornOn } = values;
  return { childId, givenName, familyName, ...bornOrExpected(bornOn, today) };
}

export function bornOrExpected(day: PlainDate | undefined, today: PlainDate) {
  return day && day > today ? { bornOn: undefined, expectedOn: day } : { bornOn: day, expectedOn: undefined };
}

// 42 weeks: no pregnancy that is already known ends later.
export const PREGNANCY = 294;

/** Troubles with the birth dates of a file: one child with two of them, or one further off than a pregnancy lasts. */
export function birthRules(rows: readonly ReadRow<Child>[], today: PlainDate) {
  const said = Map.groupBy(
    rows.flatMap((row) => (row.values?.bornOn ? [row.values] : [])),
    ({ childId }) => childId,
  );
  return (child: Child): Trouble<Child>[] => {
    const days = [...new Set((said.get(child.childId) ?? []).map(({ bornOn }) => bornOn))]
      .flatMap((one) => one ?? [])
      .sort();
    if (days.length > 1)
      return [
        {
          column: 'bornOn',
          problem: `differs within the file for child ${child.childId}: ${days.map(sayDay).join(' and ')}`,
          remedy: 'Find out which date is right, or whether the rows are about two children.',
        },
      ];
    if (child.bornOn && child.bornOn > addDays(today, PREGNANCY))
      return [
        { column: 'bornOn', problem: 'is further off than a pregnancy lasts', remedy: 'Correct the date of birth.' },
      ];
    return [];
  };
}

/** Plans, contacts and referrals before birth are lawful; earlier than a pregnancy they deserve a second look. */
export function longBeforeBirth<T extends Child>(bornOn: PlainDate | undefined, event: Dated<T>): Notice<T>[] {
  if (!bornOn || !event.day || daysBetween(event.day, bornOn) <= PREGNANCY) return [];
  const days = daysBetween(event.day, bornOn);
  return [
    {
      column: event.column,
      problem: `is ${days} days before the birth on ${sayDay(bornOn)}, longer than a pregnancy: check both dates`,
    },
  ];
}

/** What only a child who is born can have or do. */
export function ifBeforeBirth<T extends Child>(bornOn: PlainDate | undefined, event: Dated<T>): Trouble<T>[] {
  if (!bornOn || !event.day || event.day >= bornOn) return [];
  const problem = `is before the date of birth, ${sayDay(bornOn)}`;
  return [{ column: event.column, problem, remedy: `Correct ${event.called} or the date of birth.` }];
}

/** Children's services end at eighteen, some a little later, and data often forget to. */
export function adultStillOpen<T extends Child>(
  bornOn: PlainDate | undefined,
  from: Dated<T>,
  until: PlainDate | undefined,
  asAt: PlainDate,
): Notice<T>[] {
  if (!bornOn || until || !from.day || addMonths(bornOn, 18 * 12) > asAt) return [];
  return [
    {
      column: from.column,
      problem: `is still open after the eighteenth birthday, ${sayDay(addMonths(bornOn, 216))}: check whether it has ended`,
    },
  ];
}
