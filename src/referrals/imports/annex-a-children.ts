import { bornOrExpected, type ethnicities } from '../../people/index.ts';
import type { ImportResult, ReadRow } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';

/** What the lists say together about one child. The key is `child|child_id`. */
export type AnnexAChild = {
  key: string;
  childId: string;
  sex: 'F' | 'M' | 'U' | undefined;
  ethnicity: keyof typeof ethnicities.codes | undefined;
  bornOn: PlainDate | undefined;
  expectedOn: PlainDate | undefined;
  disability: 'YES' | 'NO' | 'NOT_KNOWN' | undefined;
};

type Said = {
  childId: string;
  sex: AnnexAChild['sex'];
  ethnicity: AnnexAChild['ethnicity'];
  bornOn: PlainDate | undefined;
  disability?: AnnexAChild['disability'];
};

/** One child for each identifier in the rows taken, with the first answer to each question. */
export function gatherChildren(
  rows: readonly ReadRow<Said>[],
  kept: ReadonlySet<string>,
  today: PlainDate,
  result: ImportResult,
): AnnexAChild[] {
  const taken = rows.filter((row) => kept.has(`${row.sheet}|${row.row}`));
  return [...Map.groupBy(taken, (row) => row.values?.childId ?? '')].map(([childId, of]) => ({
    key: `child|${childId}`,
    childId,
    sex: firstSaid(of, 'sex', result),
    ethnicity: firstSaid(of, 'ethnicity', result),
    ...bornOrExpected(firstBirth(of, result), today),
    disability: firstSaid(of, 'disability', result),
  }));
}

/** "Not known" and "not yet obtained" are no answers where another row has one. */
const NO_ANSWER = new Set(['U', 'NOBT', 'NOT_KNOWN']);

function firstSaid<Name extends 'sex' | 'ethnicity' | 'disability'>(
  rows: readonly ReadRow<Said>[],
  name: Name,
  result: ImportResult,
): AnnexAChild[Name] {
  const answers = rows.flatMap((row) => {
    const answer = row.values?.[name];
    return answer === undefined ? [] : [{ row, answer }];
  });
  const first = answers.find(({ answer }) => !NO_ANSWER.has(answer)) ?? answers[0];
  for (const { row, answer } of answers)
    if (first && answer !== first.answer && !NO_ANSWER.has(answer))
      result.noticed.push({
        ...row.place(name),
        problem: `differs from ${first.row.sheet}, row ${first.row.row} (${first.answer}), which is kept`,
      });
  return first?.answer as AnnexAChild[Name];
}

function firstBirth(rows: readonly ReadRow<Said>[], result: ImportResult): PlainDate | undefined {
  const [first] = rows;
  const bornOn = rows.flatMap((row) => row.values?.bornOn ?? [])[0];
  if (!bornOn && first)
    result.noticed.push({
      ...first.place('bornOn'),
      problem: 'is empty: nobody can tell the age of the child, or match it by birth date',
    });
  return bornOn;
}
