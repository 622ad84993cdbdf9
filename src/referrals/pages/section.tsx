import { nobody, page } from '../../platform/web/page.tsx';
import { fillWith, unfinished, whyClosed } from '../draft.ts';
import { findDraft, saveSection } from '../drafts.db.ts';
import { type Section, sectionsFor } from '../sections/index.ts';
import { Closed } from './closed.tsx';
import { SectionForm } from './section-form.tsx';

/** One section of a draft. The children and the family have pages of their own. */
export const answerSection = page({
  path: '/referrals/drafts/:draft/:section',
  says: ({ section }: { section: Section }) => section.title,
  may: 'referrals.make',
  about: nobody,
  async load(tx, asked, world) {
    const draft = await findDraft(tx, asked.draft, world);
    const section = draft && sectionsFor(draft.asked).find(({ key, repeats }) => key === asked.section && !repeats);
    return draft && section && { draft, section, questions: section.asks(draft.asked) };
  },
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
  view: ({ draft, section, questions }, form) => {
    const closed = whyClosed(draft);
    const shown = { section, questions, form, title: section.title, back: `/referrals/drafts/${draft.id}` };
    return closed ? <Closed why={closed} /> : <SectionForm {...shown} />;
  },
});
