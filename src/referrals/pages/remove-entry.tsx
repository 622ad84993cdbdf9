import { nobody, page } from '../../platform/web/page.tsx';
import { findEntries, whyClosed } from '../draft.ts';
import { changeEntries, findDraft } from '../drafts.db.ts';
import { withoutEntry } from '../entries.ts';
import type { Repeating } from '../sections/index.ts';
import { whenClosed } from './closed.tsx';

/** Takes a child or a person out of a draft that nobody else has read. */
export const removeEntry = (section: Repeating) =>
  page({
    path: `/referrals/drafts/:draft/${section.key}/:entry/remove`,
    says: `Remove a ${section.repeats.one}`,
    may: 'referrals.make',
    about: nobody,
    async load(tx, asked, world) {
      const draft = await findDraft(tx, asked.draft, world);
      const entry = draft && findEntries(section, draft).find(({ id }) => id === asked.entry);
      return draft && (entry || whyClosed(draft)) && { draft, id: asked.entry, entry };
    },
    async submit(tx, { draft, id }, _, world) {
      const refused = await changeEntries(tx, draft, section, (saved) => withoutEntry(saved, id), world);
      return refused ?? { goTo: `/referrals/drafts/${draft.id}/${section.key}`, did: 'saved a section of a referral' };
    },
    back: ({ draft }) => ({ to: `/referrals/drafts/${draft.id}/${section.key}` }),
    heading: ({ entry }) =>
      `Remove ${entry?.answers ? section.repeats.calls(entry.answers) : `this ${section.repeats.one}`} from this referral?`,
    instead: ({ draft }) => whenClosed(draft),
    view: (_, form) => (
      <>
        <p class="govuk-body">What you wrote about them here is removed too. Nobody else has read it.</p>
        {form.show({ button: 'Remove', warning: true })}
      </>
    ),
  });
