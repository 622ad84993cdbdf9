import { addDays, londonMoment } from '../../platform/kernel/index.ts';
import { TODAY } from '../../platform/testing/house.ts';
import { readAnswers } from '../../platform/web/answers.ts';
import type { Draft, DraftId } from '../draft.ts';
import { type Asked, child, family, type Section, sectionsFor } from '../sections/index.ts';
import { asForm, typed } from './typed.ts';

export const teacher: Asked = { today: TODAY, writesDown: false, source: '2A' };
export const atTheMash: Asked = { today: TODAY, writesDown: true, source: undefined };

type Sent = Readonly<Record<string, string | readonly string[]>>;

/** What is saved when this is typed into a section: through the form's own rules, and through JSON as the database keeps it. */
export function saved(section: Section, answers: Sent, asked: Asked): unknown {
  const read = readAnswers(section.asks(asked), asForm(answers));
  if ('errors' in read) throw new Error(`${section.key}: ${JSON.stringify(read.errors)}`);
  return JSON.parse(JSON.stringify(read.answers));
}

/** A draft with every section done, but for the changes: typed answers for a section, or null to leave it undone. */
export function finishedDraft(asked: Asked = teacher, changes: Record<string, Sent | null> = {}): Draft {
  const sections = sectionsFor(asked).filter(({ key }) => changes[key] !== null);
  const typedFor = (key: string): Sent => changes[key] ?? typed[key as keyof typeof typed] ?? {};
  const entry = (section: Section, answers: Sent, id: string) => ({ id, answers: saved(section, answers, asked) });
  const children = {
    entries: [entry(child, typed.knownChild, 'a'), entry(child, typed.unknownChild, 'b')],
    none: false,
  };
  const people = { entries: [entry(family, typed.person, 'c')], none: false };
  return {
    id: '00000000-0000-4000-8000-000000000001' as DraftId,
    startedAt: londonMoment(TODAY, '09:00'),
    expiresOn: addDays(TODAY, 14),
    asked,
    saved: Object.fromEntries(
      sections.map((section) => [
        section.key,
        section.key === child.key
          ? children
          : section.key === family.key
            ? people
            : saved(section, typedFor(section.key), asked),
      ]),
    ),
    sentAs: null,
  };
}
