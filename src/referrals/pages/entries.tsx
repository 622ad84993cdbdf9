import { ButtonLink, InsetText, SummaryList } from '@throughline/govuk-jsx';
import { refuse } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { type Draft, findEntries } from '../draft.ts';
import { changeEntries, findDraft } from '../drafts.db.ts';
import { entriesOf } from '../entries.ts';
import type { Repeating } from '../sections/index.ts';
import { whenClosed } from './closed.tsx';

/** The children, or the family, as named so far: add another, change one, take one out, or say there is none. */
export const listEntries = (section: Repeating) =>
  page({
    path: `/referrals/drafts/:draft/${section.key}`,
    says: section.title,
    may: 'referrals.make',
    about: nobody,
    load: (tx, { draft }, world) => findDraft(tx, draft, world),
    async submit(tx, draft, _, world) {
      if (!section.repeats.none) return refuse(`Add at least one ${section.repeats.one}`);
      const refused = await changeEntries(tx, draft, section, ({ entries }) => ({ entries, none: true }), world);
      return refused ?? { goTo: `/referrals/drafts/${draft.id}`, did: 'saved a section of a referral' };
    },
    back: (draft) => ({ to: `/referrals/drafts/${draft.id}` }),
    instead: whenClosed,
    view: (draft, form) => {
      const entries = findEntries(section, draft);
      const { one, none } = section.repeats;
      const here = `/referrals/drafts/${draft.id}/${section.key}`;
      return (
        <>
          <Named section={section} draft={draft} />
          <ButtonLink href={`${here}/new`} {...(entries.length > 0 && { variant: 'secondary' as const })}>
            {entries.length === 0 ? `Add a ${one}` : `Add another ${one}`}
          </ButtonLink>
          {entries.length === 0 && none && form.show({ button: none, secondary: true })}
          {(entries.length > 0 || entriesOf(draft.saved[section.key]).none) && (
            <p class="govuk-body">
              <ButtonLink href={`/referrals/drafts/${draft.id}`}>Continue</ButtonLink>
            </p>
          )}
        </>
      );
    },
  });

function Named({ section, draft }: { section: Repeating; draft: Draft }) {
  const { one, none, calls } = section.repeats;
  const entries = findEntries(section, draft);
  if (entries.length === 0 && none && entriesOf(draft.saved[section.key]).none)
    return <InsetText>You have said: {none}.</InsetText>;
  if (entries.length === 0) return <p class="govuk-body">No {one} is named yet.</p>;
  return (
    <SummaryList
      rows={entries.map(({ id, answers }, at) => ({
        key: `${one[0]?.toUpperCase()}${one.slice(1)} ${at + 1}`,
        value: answers ? calls(answers) : 'Not finished',
        actions: [
          { text: 'Change', href: `/referrals/drafts/${draft.id}/${section.key}/${id}` },
          { text: 'Remove', href: `/referrals/drafts/${draft.id}/${section.key}/${id}/remove` },
        ].map((action) => ({ ...action, visuallyHiddenText: answers ? calls(answers) : `${one} ${at + 1}` })),
      }))}
    />
  );
}
