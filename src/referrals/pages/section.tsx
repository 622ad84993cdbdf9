import { nobody, page } from '../../platform/web/page.tsx';
import { fillWith, unfinished } from '../draft.ts';
import { findDraft, saveSection } from '../drafts.db.ts';
import { sectionsFor } from '../sections/index.ts';
import { whenClosed } from './closed.tsx';
import { SectionForm } from './section-form.tsx';

/** One section of a draft. The children and the family have pages of their own. */
export const answerSection = page({
  path: '/referrals/drafts/:draft/:section',
  may: 'referrals.make',
  about: nobody,
  async load(tx, asked, world) {
    const draft = await findDraft(tx, asked.draft, world);
    const section = draft && sectionsFor(draft.asked).find(({ key, repeats }) => key === asked.section && !repeats);
    return draft && section && { draft, section, questions: section.asks(draft.asked) };
  },
  says: ({ section }) => section.title,
  asks: ({ questions }) => questions,
  filled: ({ draft, section }) => fillWith(section, draft.saved[section.key], draft.asked),
  async submit(tx, { draft, section }, answers, world) {
    const refused = section.check?.(answers) ?? (await saveSection(tx, draft, section, answers, world));
    return refused ?? { goTo: `/referrals/drafts/${draft.id}`, did: 'saved a section of a referral' };
  },
  async keep(tx, { draft, section }, typed, world) {
    const refused = await saveSection(tx, draft, section, unfinished(typed), world);
    return refused ?? { goTo: `/referrals/drafts/${draft.id}`, did: 'kept a section of a referral, unfinished' };
  },
  back: ({ draft }) => ({ to: `/referrals/drafts/${draft.id}` }),
  instead: ({ draft }) => whenClosed(draft),
  view: ({ section, questions }, form) => <SectionForm section={section} questions={questions} form={form} />,
});
