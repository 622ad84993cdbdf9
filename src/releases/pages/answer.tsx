import type { Findings } from '@throughline/disclosure';
import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { loadPictures, type Pictures } from '../../papers/index.ts';
import { isRefusal, type PlainDate, type Refusal, refuse, sayDay } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { longText, select } from '../../platform/web/questions.tsx';
import { readTable } from '../asked.ts';
import { prepare } from '../checking.db.ts';
import { attackAll, type Prepared } from '../checking.ts';
import type { Composition } from '../composition.ts';
import { withinSentence } from '../dimension.ts';
import { freeze, freezeRelease } from '../freezing.db.ts';
import { type Question, questions } from '../known-questions.ts';
import { type Offered, offeredBy } from '../offered.ts';
import { periodOf, refuseInTheRoom, sayAnswer, sayOfWhat } from '../question.ts';
import { isPublished, type Release, sayWhen } from '../release.ts';
import { listApproversSignedIn, listReleases } from '../releases.db.ts';
import { ANSWER, type Answered, Choose, Said } from './answer-said.tsx';

type Subject = {
  id: string;
  question: Question | undefined;
  answered: Answered | Refusal | undefined;
  approvers: string[];
  /** Earlier answers to the same question. */
  correctable: Release[];
  /** The one it is asked again for. */
  corrects: string;
  offered: Offered;
  pictures: Pictures;
};

/** A member asks in the room: count, base, definition, day, and words that give nothing away; then a second person. */
export function answerPage(rooms: readonly Module[]) {
  return page({
    path: '/answers/new',
    says: 'Answer a question',
    may: 'figures.release',
    about: nobody,
    searchedFor: (query) => ({ question: query.get('question') ?? '' }),
    async load(tx, _, { today }, query): Promise<Subject> {
      const offered = offeredBy(rooms);
      const id = query.get('question') ?? '';
      const question = Object.hasOwn(questions, id) ? questions[id] : undefined;
      return {
        ...{ id, question, offered, corrects: query.get('corrects') ?? '' },
        answered: question && (refuseInTheRoom(question) ?? (await answer(question))),
        approvers: await listApproversSignedIn(tx),
        correctable: question
          ? (await listReleases(tx)).filter((release) => isPublished(release) && release.question === question.ask)
          : [],
        pictures: await loadPictures(),
      };

      async function answer({ tables }: Question): Promise<Answered | Refusal> {
        const composition = compositionOf(tables, offered, today);
        const prepared = await prepare(tx, composition, offered, today);
        if (isRefusal(prepared)) return prepared;
        const attacked = await attackAll(prepared);
        return isRefusal(attacked) ? attacked : { prepared, attacked, words: wordsOf(prepared, attacked) };
      }
    },
    filled: ({ corrects }) => ({ corrects: [corrects] }),
    asks: ({ correctable }) => ({
      corrects: select({
        ask: 'Does it correct an earlier answer?',
        none: 'No',
        options: Object.fromEntries(
          correctable.map((release) => [
            release.reference,
            `${release.reference}, ${withinSentence(sayWhen(release))}`,
          ]),
        ),
      }),
      whatChanged: longText({ ask: 'If so: what changed', rows: 2, atMost: 1000 }),
    }),
    async submit(tx, { question, offered, correctable }, { corrects, whatChanged }, { worker, now, today }) {
      if (!question) return refuse('Choose a question first.');
      const refused = refuseInTheRoom(question);
      if (refused) return refused;
      if (corrects && !whatChanged) return refuse('Say what changed since the answer it corrects', 'whatChanged');
      const corrected = correctable.find(({ reference }) => reference === corrects);
      const composition = compositionOf(question.tables, offered, today);
      const reference = await freezeRelease(tx, composition, offered, { by: worker.id, at: now, today }, (made) => ({
        title: 'Answer to a question of members',
        question: question.ask,
        summary: wordsOf(...made),
        corrects: corrected && { id: corrected.id, whatChanged: whatChanged ?? '' },
      }));
      if (isRefusal(reference)) return reference;
      return { goTo: `/releases/${reference}`, did: `froze an answer to a question ${reference}` };
    },
    back: { to: '/releases', says: 'Release ledger' },
    view: ({ id, question, answered, approvers, correctable, pictures }, form, { today }) => (
      <>
        <Choose chosen={id} />
        {!answered && <InsetText>Choose what was asked. The answer is counted as at {sayDay(today)}.</InsetText>}
        {answered && isRefusal(answered) && (
          <div id={ANSWER}>
            <WarningText>{answered.refused}</WarningText>
          </div>
        )}
        {question && answered && !isRefusal(answered) && (
          <>
            <Said ask={question.ask} answered={answered} today={today} pictures={pictures} />
            <p class="govuk-body">
              {approvers.length > 0
                ? `${approvers.join(' and ')} can approve it, and signed in within the last twelve hours: once approved, it may be read out now.`
                : 'Nobody who could approve it is signed in: say that a written answer follows.'}
            </p>
            {form.show({
              button: 'Freeze, check and ask for approval',
              to: `/answers/new?question=${id}`,
              children: correctable.length > 0 ? form.askAll() : '',
            })}
          </>
        )}
      </>
    ),
  });
}

function compositionOf(tables: readonly string[], offered: Offered, today: PlainDate): Composition {
  return {
    profile: 'public',
    period: periodOf(today),
    tables: tables.flatMap((text) => readTable(text, offered) ?? []),
  };
}

function wordsOf(prepared: Prepared, attacked: Findings): string[] {
  const own = attacked.cells.filter(({ release }) => release === prepared.release.id);
  return freeze(prepared).flatMap((table) => {
    const base = table.cells.at(-1)?.at(-1);
    return [...sayAnswer(table, own, base), ...sayOfWhat(table, base)];
  });
}
