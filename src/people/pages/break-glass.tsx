import { WarningText } from '@throughline/govuk-jsx';
import { isRefusal, refuse } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { day, longText, text } from '../../platform/web/questions.tsx';
import { breakGlass } from '../break-glass.db.ts';
import { readWanted, sayShut } from '../break-glass.ts';

const asks = {
  reference: text({ ask: 'Reference of the record', hint: 'Such as C-4F7K2MQ', width: 10, autocomplete: 'off' }),
  givenNames: text({
    ask: 'Given names',
    hint: 'Or, without a reference: all given names, as recorded',
    autocomplete: 'off',
  }),
  familyName: text({ ask: 'Family name', autocomplete: 'off' }),
  bornOn: day({ ask: 'Date of birth' }),
  reason: longText({
    ask: 'Why must you see this record now?',
    hint: 'What has happened, who asked you, and what you will use the record for. Information governance reads this.',
    missing: 'Enter why you must see this record now',
    atMost: 1000,
  }),
};

/** One record, opened in an emergency by somebody not involved with the child: for sixty minutes, and reviewed. */
export const breakGlassPage = page({
  path: '/break-glass',
  says: 'Break the glass',
  may: 'access.break-glass',
  about: nobody,
  load: async () => ({}),
  asks,
  async submit(tx, _, { reason, ...asked }) {
    const wanted = readWanted(asked);
    if (isRefusal(wanted)) return wanted;
    if (reason.length < 10) return refuse('Say more: at least ten characters', 'reason');
    const opening = await breakGlass(tx, wanted, reason);
    if (!('reference' in opening)) return sayShut(opening);
    return {
      goTo: `/children/${opening.reference}`,
      did: 'broke the glass',
      says:
        opening.answer === 'opened'
          ? 'Opened for 60 minutes. Information governance has been asked to review why.'
          : 'You may see this record anyway: nothing was opened for you.',
    };
  },
  heading: 'Break the glass: open a record in an emergency',
  view: (_, form) => (
    <>
      <WarningText>
        For a child who is unsafe now, when you are not involved and there is no time to ask. If there is immediate
        danger, ring 999 first.
      </WarningText>
      <p class="govuk-body">
        One record opens to you for 60 minutes. Every look is written down, and information governance (who keep the
        rules on who may see what) review your reason. Some records do not open this way.
      </p>
      {form.show({ button: 'Open the record', warning: true })}
    </>
  ),
});
