import { ButtonLink, Tag, TaskList } from '@throughline/govuk-jsx';
import { nobody, page } from '../../platform/web/page.tsx';
import { type Draft, findAnswers, isBegun, isDone, namesIn, reminder, whatIsMissing } from '../draft.ts';
import { findDraft } from '../drafts.db.ts';
import { danger, type Section, sectionsFor } from '../sections/index.ts';
import { whenClosed } from './closed.tsx';
import { Emergency } from './emergency.tsx';

export const showDraft = page({
  path: '/referrals/drafts/:draft',
  says: 'Your referral',
  may: 'referrals.make',
  about: nobody,
  load: (tx, { draft }, world) => findDraft(tx, draft, world),
  heading: (draft) => (draft.asked.writesDown ? 'A referral by telephone' : 'Your referral'),
  instead: whenClosed,
  view: (draft, _, world) => {
    const missing = whatIsMissing(draft).length;
    const remind = reminder(draft.expiresOn, world.today);
    return (
      <>
        {findAnswers(danger, draft)?.immediateDanger && <Emergency world={world} />}
        {remind && <p class="govuk-body">{remind}</p>}
        <TaskList items={sectionsFor(draft.asked).map((section) => task(draft, section))} />
        {missing === 0 ? (
          <ButtonLink href={`/referrals/drafts/${draft.id}/check`}>Check and send</ButtonLink>
        ) : (
          <p class="govuk-body">
            {missing === 1 ? 'One section is' : `${missing} sections are`} still to do. You can leave this page and come
            back: what you saved stays.
          </p>
        )}
      </>
    );
  },
});

function task(draft: Draft, section: Section) {
  return {
    title: section.title,
    href: `/referrals/drafts/${draft.id}/${section.key}`,
    hint: namesIn(section, draft).join('; '),
    status: isDone(section, draft) ? 'Done' : <Tag colour="blue">{isBegun(section, draft) ? 'Begun' : 'To do'}</Tag>,
  };
}
