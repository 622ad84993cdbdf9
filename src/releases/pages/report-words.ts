import { legible } from '../../papers/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { longText, type Question, type Raw, select, text } from '../../platform/web/questions.tsx';
import type { Release } from '../release.ts';
import { findRelease, listTables } from '../releases.db.ts';
import { type SaidInSections, type SectionId, sections } from '../sections.ts';
import { splitLines, type Words } from '../unchecked.ts';

/** What an analyst says with the figures: asked in one form with what is counted, so that nothing typed is lost. */
export const questionsOf = (correctable: readonly Release[]) => ({
  from: asTyped('First day'),
  to: asTyped('Last day'),
  profile: asTyped('Made for'),
  table: asTyped('Tables'),
  shown: asTyped('What was shown'),
  title: text({ ask: 'Title', missing: 'Enter the title it is published under' }),
  summary: longText({
    ask: 'Summary, in your words',
    hint: 'Each line is a paragraph above the tables. Write no figure that is not in the tables, and nothing about one child.',
    atMost: 4000,
  }),
  activity: inSection('activity'),
  performance: inSection('performance'),
  trends: inSection('trends'),
  awareness: inSection('awareness'),
  safeguarding: inSection('safeguarding'),
  corrects: select({
    ask: 'Does it correct an earlier release?',
    none: 'No',
    options: Object.fromEntries(correctable.map(({ reference, title }) => [reference, `${reference}, ${title}`])),
  }),
  whatChanged: longText({ ask: 'If so: what changed', rows: 2, atMost: 1000 }),
});
export type ReportQuestions = ReturnType<typeof questionsOf>;

function inSection(id: SectionId) {
  const section = sections.find((one) => one.id === id);
  return longText({ ask: `In your words: ${section?.title.toLowerCase()}`, rows: 2, atMost: 2000 });
}

/** Read with the composition and shown there; asked here so that a refusal finds its place. */
function asTyped(ask: string): Question<string> {
  return {
    ask,
    read: (raw, name) => raw[name]?.[0] ?? '',
    show: () => null,
    say: (answer) => answer,
    write: (answer, name) => ({ [name]: [answer] }),
  };
}

/** What is typed over the tables, before it is asked for: to be read beside them. */
export function saidOver(typed: Raw): Words {
  const [title, summary, reference, whatChanged] = ['title', 'summary', 'corrects', 'whatChanged'].map(
    (name) => typed[name]?.[0] ?? '',
  ) as [string, string, string, string];
  return { title, question: null, summary: splitLines(summary), corrects: { reference, whatChanged } };
}

export const saidInSections = (typed: Raw): SaidInSections =>
  Object.fromEntries(sections.map(({ id }) => [id, splitLines(legible(typed[id]?.[0] ?? ''))]));

/** The words of a release that is composed anew, to go on with. */
export async function saidBefore(tx: Tx, reference: string | null): Promise<Raw> {
  const release = reference === null ? undefined : await findRelease(tx, reference);
  if (!release) return {};
  const heads = (await listTables(tx, release)).flatMap(({ words: { opens = [], closes = [] } }) => [
    ...opens,
    ...closes,
  ]);
  const written = sections.map((section) => {
    const says = heads.find(({ title }) => title === section.title)?.says ?? [];
    return [section.id, ['otherwise' in section && says[0] === section.otherwise ? '' : says.join('\n')]] as const;
  });
  // What stands is corrected by what is composed anew; what never stood goes on to correct what it was to correct.
  const corrects = release.approved ? { reference: release.reference, whatChanged: '' } : release.corrects;
  return {
    ...{ title: [release.title], summary: [release.summary.join('\n')], ...Object.fromEntries(written) },
    ...(corrects && { corrects: [corrects.reference], whatChanged: [corrects.whatChanged] }),
  };
}
