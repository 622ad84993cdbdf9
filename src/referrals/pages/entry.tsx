import { randomUUID } from 'node:crypto';
import { nobody, page } from '../../platform/web/page.tsx';
import { fillWith, unfinished, whyClosed } from '../draft.ts';
import { changeEntries, findDraft } from '../drafts.db.ts';
import { type Entries, entriesOf, withEntry } from '../entries.ts';
import type { Repeating } from '../sections/index.ts';
import { whenClosed } from './closed.tsx';
import { SectionForm } from './section-form.tsx';

/** One child, or one person of the family: a new one, or one already named. */
export const answerEntry = (section: Repeating) =>
  page({
    path: `/referrals/drafts/:draft/${section.key}/:entry`,
    says: `About the ${section.repeats.one}`,
    may: 'referrals.make',
    about: nobody,
    async load(tx, asked, world) {
      const draft = await findDraft(tx, asked.draft, world);
      if (!draft) return undefined;
      const saved = entriesOf(draft.saved[section.key]).entries.find(({ id }) => id === asked.entry);
      if (!saved && asked.entry !== 'new' && !whyClosed(draft)) return undefined;
      return { draft, id: saved?.id ?? randomUUID(), saved: saved?.answers, questions: section.asks(draft.asked) };
    },
    asks: ({ questions }) => questions,
    filled: ({ draft, saved }) => fillWith(section, saved, draft.asked),
    async submit(tx, { draft, id }, answers, world) {
      const add = (saved: Entries) => withEntry(saved, { id, answers });
      const refused = section.check?.(answers) ?? (await changeEntries(tx, draft, section, add, world));
      return refused ?? { goTo: `/referrals/drafts/${draft.id}/${section.key}`, did: 'saved a section of a referral' };
    },
    async keep(tx, { draft, id }, typed, world) {
      const add = (saved: Entries) => withEntry(saved, { id, answers: unfinished(typed) });
      const refused = await changeEntries(tx, draft, section, add, world);
      const goTo = `/referrals/drafts/${draft.id}/${section.key}`;
      return refused ?? { goTo, did: 'kept a section of a referral, unfinished' };
    },
    back: ({ draft }) => ({ to: `/referrals/drafts/${draft.id}/${section.key}` }),
    instead: ({ draft }) => whenClosed(draft),
    view: ({ questions }, form) => <SectionForm section={section} questions={questions} form={form} />,
  });
