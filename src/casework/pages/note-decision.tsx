import { SummaryList } from '@throughline/govuk-jsx';
import { findChildById, sayAge, sayName } from '../../people/index.ts';
import { findId, refuse, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { answerDecision, findCaseBefore, findDecided } from '../opening.db.ts';
import { OpenedAlready } from './opened-already.tsx';

/** A decision for Evolve answered without a new case: noted on the open one, or not taken on. */
export const noteDecision = page({
  path: '/cases/note/:subject',
  may: 'cases.open',
  async load(tx, { subject }) {
    const decided = findId(subject) && (await findDecided(tx, subject));
    const child = decided && (await findChildById(tx, decided.childId));
    if (!decided || !child) return undefined;
    const before = await findCaseBefore(tx, child.id);
    return { ...decided, child, current: before?.closedOn === null ? before : undefined };
  },
  says: ({ current }) => (current ? `Note a decision on ${current.reference}` : 'Evolve does not take this on'),
  about: ({ child }) => [child.id],
  asks: ({ current }) => ({
    words: current
      ? longText({
          ask: 'What does this decision change?',
          hint: 'For the plan, the next assessment or who needs to know.',
          missing: 'Say what this decision changes, or that it changes nothing and why',
          atMost: 2000,
        })
      : longText({
          ask: 'Why does Evolve not take this on, and who has been told?',
          hint: 'Name the person at the Multi-Agency Safeguarding Hub (MASH) you spoke to: the risk stays with them.',
          missing: 'Say why Evolve does not take this on, and who has been told',
          atMost: 2000,
        }),
  }),
  async submit(tx, { waiting, current }, { words }, world) {
    if (!waiting) return refuse('This decision has been answered already.');
    await answerDecision(tx, waiting, { caseId: current?.caseId, words }, world);
    if (!current)
      return { goTo: '/cases/to-open', did: 'did not take a decision on', says: 'Recorded with your reason.' };
    return {
      goTo: `/cases/${current.reference}`,
      did: 'noted a decision',
      says: 'The decision is noted on this case.',
    };
  },
  back: { to: '/cases/to-open', says: 'Cases to open' },
  caption: ({ child }, { today }) => `${sayName(child)}, ${sayAge(child, today)}`,
  heading: ({ current }) => (current ? `Note this decision on ${current.reference}` : 'Evolve does not take this on'),
  view: ({ waiting, opened, current }, form) => (
    <>
      {opened && <OpenedAlready case={opened} />}
      {waiting && (
        <>
          <SummaryList
            rows={[
              { key: 'Decided', value: sayDay(waiting.decidedOn) },
              { key: 'Why', value: waiting.reason },
            ]}
          />
          {form.show({ button: current ? 'Note it' : 'Record it' })}
        </>
      )}
    </>
  ),
});
