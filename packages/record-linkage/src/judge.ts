import { compare } from './compare.ts';
import { type Grades, type Model, weighParts, weighWhole } from './fellegi-sunter.ts';
import type { Prepared } from './prepare.ts';
import { type Reason, reasonsOf } from './reasons.ts';

export type Grade = keyof Grades;
/** Weight in bits (`weighWhole`); no grade: not worth a person's look. Reasons by how much they say. */
export type Judgement = { weight: number; grade: Grade | undefined; reasons: Reason[] };

/** Whether two identities are one person. Which is left and which right makes no difference. */
export function judge(left: Prepared, right: Prepared, model: Model): Judgement {
  const comparison = compare(left, right);
  const bits = weighParts(comparison, model);
  const weight = weighWhole(comparison.levels, bits, model);
  const reasons = reasonsOf(comparison, bits);
  return { weight, grade: gradeOf(weight, model.grades), reasons };
}

function gradeOf(weight: number, grades: Grades): Grade | undefined {
  if (weight >= grades.certain) return 'certain';
  if (weight >= grades.likely) return 'likely';
  return weight >= grades.possible ? 'possible' : undefined;
}
