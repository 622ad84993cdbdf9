import { isRefusal } from '../../platform/kernel/index.ts';
import { onlyIf } from '../../platform/web/asked-within.tsx';
import { page } from '../../platform/web/page.tsx';
import { day, longText, radios, text } from '../../platform/web/questions.tsx';
import { findReceived } from '../received.db.ts';
import { knownChildren } from '../received.ts';
import { discuss } from '../screening.ts';
import { recordDiscussions } from '../screenings.db.ts';
import { toReferral } from './to-referral.ts';

export const recordStrategyDiscussion = page({
  path: '/mash/:reference/strategy-discussion',
  may: 'referrals.discuss',
  load: (tx, { reference }) => findReceived(tx, reference),
  says: ({ reference }) => `Strategy discussion for referral ${reference}`,
  about: knownChildren,
  asks: (_, { today }) => ({
    held: radios({
      ask: 'Was a strategy discussion held?',
      options: { yes: 'Yes', no: 'It was considered, and not held' },
      missing: 'Say whether a strategy discussion was held',
    }),
    on: onlyIf(
      ['held', 'yes'],
      day({ ask: 'If held: the day', missing: 'Enter the day it was held', notAfter: today }),
    ),
    time: onlyIf(
      ['held', 'yes'],
      text({
        ask: 'If held: the time it began',
        hint: 'For example, 14:05',
        width: 5,
        missing: 'Enter the time it began',
      }),
    ),
    words: longText({
      ask: 'Who took part and what was agreed; or why none was held',
      missing: 'Enter who took part and what was agreed, or why none was held',
      atMost: 4000,
    }),
  }),
  async submit(tx, { id, reference }, answers, { worker, now }) {
    const discussed = discuss(answers, now);
    if (isRefusal(discussed)) return discussed;
    await recordDiscussions(tx, [{ ...discussed, referralId: id, by: worker.id, at: now }]);
    return { goTo: `/mash/${reference}`, did: 'recorded a strategy discussion' };
  },
  back: (referral) => toReferral(referral),
  heading: 'Strategy discussion',
  view: (_, form) => (
    <>
      <p class="govuk-body">
        At least the council, the police and health decide together whether there is reasonable cause to suspect
        significant harm (Children Act 1989, section 47). At RED, or where a child’s level of record is high, it is
        considered the same day.
      </p>
      {form.show({ button: 'Save' })}
    </>
  ),
});
