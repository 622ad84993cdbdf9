import { loadPictures } from '../../papers/index.ts';
import { isRefusal, type Refusal } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { KEEP } from '../../platform/web/form.tsx';
import { nobody, page, type Typed } from '../../platform/web/page.tsx';
import type { Raw } from '../../platform/web/questions.tsx';
import { prepare } from '../checking.db.ts';
import { freezeRelease } from '../freezing.db.ts';
import { offeredBy } from '../offered.ts';
import { addressOf, type ReadComposition, readComposition } from '../reading-composition.ts';
import type { Release } from '../release.ts';
import { listReleases } from '../releases.db.ts';
import { splitLines } from '../unchecked.ts';
import { type Composed, ComposeForm } from './compose-form.tsx';
import { questionsOf, saidBefore, saidInSections } from './report-words.ts';

/** The safe version at once, with what is hidden and why; then frozen, attacked and sent to a second person. */
export function composePage(rooms: readonly Module[]) {
  return page({
    path: '/releases/compose',
    says: 'Compose a report',
    may: 'figures.release',
    about: nobody,
    // Two compositions beside each other may tell of one child: which were looked at is on record.
    searchedFor: (query, typed) => ({ composition: askedFor(query, typed).toString() }),
    async load(tx, _, { today }, query, posted): Promise<Composed> {
      const offered = offeredBy(rooms);
      const composition = readComposition(askedFor(query, posted?.raw), offered, today);
      const isShown = !composition.stopped && !isFreezing(posted);
      return {
        composition,
        prepared: isShown ? await prepare(tx, composition, offered, today) : undefined,
        correctable: (await listReleases(tx)).filter((release) => isCorrectable(release, composition)),
        offered,
        typed: posted?.raw ?? (await saidBefore(tx, query.get('again'))),
        pictures: await loadPictures(),
      };
    },
    filled: ({ typed }) => typed,
    asks: ({ correctable }) => questionsOf(correctable),
    keep: async (_, subject) => ({ tells: (form) => <ComposeForm composed={subject} form={form} /> }),
    async submit(tx, { composition, offered, correctable, typed }, said, { worker, now, today }) {
      const stopped = whyNotFreeze(composition, said.shown);
      if (stopped) return stopped;
      const { title, summary, corrects, whatChanged } = said;
      if (corrects && !whatChanged)
        return { refused: 'Say what changed since the release it corrects', beside: 'whatChanged' };
      const corrected = correctable.find(({ reference }) => reference === corrects);
      const reference = await freezeRelease(tx, composition, offered, { by: worker.id, at: now, today }, () => ({
        title,
        question: null,
        summary: splitLines(summary ?? ''),
        corrects: corrected && { id: corrected.id, whatChanged: whatChanged ?? '' },
        ...(composition.sectioned && { inSections: saidInSections(typed) }),
      }));
      if (isRefusal(reference)) return reference;
      return { goTo: `/releases/${reference}`, did: `froze figures for release ${reference}` };
    },
    // What was asked for in the address, or shown without freezing, has no error of a form: it is named all the same.
    wrong: ({ composition }) =>
      Object.fromEntries(named.flatMap((name) => (composition.wrong[name] ? [[name, composition.wrong[name]]] : []))),
    back: { to: '/releases', says: 'Release ledger' },
    view: (subject, form) => <ComposeForm composed={subject} form={form} />,
  });
}

/** By what is made for the same readers: no other would know of it. */
const isCorrectable = ({ approved, question, profile }: Release, composition: ReadComposition): boolean =>
  approved !== null && question === null && profile === composition.profile;

/** What is to be counted comes with the form, or else with the address. */
function askedFor(query: URLSearchParams, typed: Raw | undefined): URLSearchParams {
  if (!typed || !('from' in typed)) return query;
  const names = { from: 'from', to: 'to', profile: 'profile', table: 'table', sections: 'sections', [KEEP]: 'step' };
  const chosen = { count: 'count', by: 'by', and: 'and', only: 'only', as: 'as' };
  return new URLSearchParams(
    Object.entries({ ...names, ...chosen }).flatMap(([sent, name]) =>
      (typed[sent] ?? []).map((value) => [name, value]),
    ),
  );
}

const isFreezing = (posted: Typed | undefined): boolean =>
  posted !== undefined && !posted.again && !(KEEP in posted.raw);

/** What stops a composition, in the order of the page. */
const named = ['from', 'to', 'profile', 'table'] as const;

function whyNotFreeze(composition: ReadComposition, shown: string): Refusal | undefined {
  const [name] = named.filter((one) => composition.wrong[one]);
  if (composition.stopped && name) return { refused: composition.wrong[name] ?? '', beside: name };
  return shown === '' || shown === addressOf(composition)
    ? undefined
    : { refused: 'You changed what it is made of. Look at its safe version, then freeze it.' };
}
