import { WarningText } from '@throughline/govuk-jsx';
import { isRefusal, refuse } from '../../platform/kernel/index.ts';
import { writeAnswers } from '../../platform/web/answers.ts';
import { asShown } from '../../platform/web/as-shown.tsx';
import { page } from '../../platform/web/page.tsx';
import { checkboxes, day, longText, radios, select, text, yesNo } from '../../platform/web/questions.tsx';
import { type ChildNow, disabilities, sayName, sexes } from '../child.ts';
import { findChild } from '../children.db.ts';
import { ethnicities } from '../codes.ts';
import { correct } from '../details.ts';
import { rememberLikely } from '../matching/likely.db.ts';
import { recordDetail } from '../recording.db.ts';

const details = {
  givenNames: text({ ask: 'Given names', hint: 'Leave empty while not known' }),
  familyName: text({ ask: 'Family name', hint: 'Leave empty while not known' }),
  bornOn: day({ ask: 'Date of birth', hint: 'Leave empty while not known, or before birth' }),
  expectedOn: day({ ask: 'Expected date of birth', hint: 'Only for a child not yet born' }),
  sex: radios({ ask: 'Sex', options: sexes, missing: 'Select a sex, or not known', inline: true }),
  ethnicity: select({
    ask: 'Ethnicity',
    hint: 'As the child or a parent says it; never guessed',
    options: ethnicities.codes,
    missing: 'Select an ethnicity, or not yet obtained',
  }),
  firstLanguage: text({ ask: 'First language' }),
  interpreter: yesNo({ ask: 'Is an interpreter needed?', missing: 'Select whether an interpreter is needed' }),
  disabilities: checkboxes({ ask: 'Disability', hint: 'Leave empty while nobody has asked', options: disabilities }),
  diedOn: day({ ask: 'Day of death', hint: 'Only if the child has died' }),
};

const asks = ({ version }: ChildNow) => ({
  ...details,
  reason: longText({
    ask: 'Why is this put right?',
    hint: 'What was wrong, and how it is now known',
    missing: 'Enter why this is put right',
    rows: 3,
  }),
  // The version the form was filled from: somebody may have put the record right since.
  version: asShown(String(version)),
});

/** A wrong fact is put right by a new version with a reason; the old one stays readable. */
export const correctChild = page({
  path: '/children/:reference/correct',
  may: 'people.correct',
  load: (tx, { reference }) => findChild(tx, reference),
  says: (child) => `Correct: ${sayName(child)}`,
  about: (child) => [child.id],
  asks,
  filled: (child) => writeAnswers(details, child),
  async submit(tx, child, { reason, version, ...answers }, world) {
    if (version !== String(child.version))
      return refuse(
        'Somebody else put this record right while you were writing. Look at its earlier versions, then save again if yours still holds.',
      );
    const corrected = correct(child, answers, world.today);
    if (isRefusal(corrected)) return corrected;
    await recordDetail(tx, child.id, child.version + 1, corrected, reason, { by: world.worker.id, at: world.now });
    await rememberLikely(tx, [child.id], world.now);
    return {
      goTo: `/children/${child.reference}`,
      did: 'corrected who a child is',
      says: 'Recorded. The earlier version can still be read.',
    };
  },
  back: (child) => ({ to: `/children/${child.reference}`, says: sayName(child) }),
  heading: 'Correct who the child is',
  view: (_, form) => (
    <>
      <WarningText>Is this the wrong child altogether? Do not write over this record: tell your manager.</WarningText>
      {form.show({ button: 'Save the new version' })}
    </>
  ),
});
