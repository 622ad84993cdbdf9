import { WarningText } from '@throughline/govuk-jsx';
import { loadPictures, type Pictures } from '../../papers/index.ts';
import { isRefusal, type Refusal } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { type Form, KEEP } from '../../platform/web/form.tsx';
import { nobody, page, type Typed } from '../../platform/web/page.tsx';
import type { Raw } from '../../platform/web/questions.tsx';
import { prepare } from '../checking.db.ts';
import type { Prepared } from '../checking.ts';
import { freezeRelease } from '../freezing.db.ts';
import { type Offered, offeredBy } from '../offered.ts';
import { addressOf, type ReadComposition, readComposition, type Wrong } from '../reading-composition.ts';
import type { Release } from '../release.ts';
import { listReleases } from '../releases.db.ts';
import { sections } from '../sections.ts';
import { splitLines } from '../unchecked.ts';
import { wholeRows } from '../whole-rows.ts';
import { ChooseTables } from './choose-tables.tsx';
import { questionsOf, type ReportQuestions, saidBefore, saidInSections, saidOver } from './report-words.ts';
import { SafeVersion, WORDS } from './safe-version.tsx';

type Subject = {
  composition: ReadComposition;
  /** Not there where nothing can be counted as asked, or it is about to be frozen and is counted then. */
  prepared: Prepared | Refusal | undefined;
  correctable: Release[];
  offered: Offered;
  typed: Raw;
  pictures: Pictures;
};

/** The safe version at once, with what is hidden and why; then frozen, attacked and sent to a second person. */
export function composePage(rooms: readonly Module[]) {
  return page({
    path: '/releases/compose',
    says: 'Compose a report',
    may: 'figures.release',
    about: nobody,
    // Two compositions beside each other may tell of one child: which were looked at is on record.
    searchedFor: (query, typed) => ({ composition: askedFor(query, typed).toString() }),
    async load(tx, _, { today }, query, posted): Promise<Subject> {
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
    keep: async (_, subject) => ({ tells: (form) => view(subject, form) }),
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
    view,
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

function view({ composition, prepared, correctable, offered, typed, pictures }: Subject, form: Form<ReportQuestions>) {
  const wrong: Wrong = { ...composition.wrong, ...form.errors };
  const chosen = (name: string) => typed[name]?.[0] ?? '';
  const choosing = {
    count: chosen('count'),
    by: chosen('by'),
    and: chosen('and'),
    only: chosen('only'),
    as: chosen('as'),
  };
  return (
    <>
      {form.show({
        button: 'Freeze and check',
        to: '/releases/compose',
        children: (
          <>
            <input type="hidden" name="shown" value={composition.stopped ? '' : addressOf(composition)} />
            <ChooseTables
              composition={composition}
              offered={offered}
              wrong={wrong}
              chosen={composition.added ? { count: '', by: '', and: '', only: '', as: '' } : choosing}
            />
            {prepared && isRefusal(prepared) && <WarningText>{prepared.refused}</WarningText>}
            {prepared && !isRefusal(prepared) && (
              <SafeVersion
                composition={composition}
                prepared={prepared}
                said={saidOver(typed)}
                inSections={saidInSections(typed)}
                whole={wholeRows(prepared.publication, composition.profile)}
                pictures={pictures}
              />
            )}
            {!prepared && <p class="govuk-body">The safe version is shown once what is marked above is put right.</p>}
            <Words form={form} sectioned={composition.sectioned ?? false} mayCorrect={correctable.length > 0} />
          </>
        ),
      })}
    </>
  );
}

type WordsProps = { form: Form<ReportQuestions>; sectioned: boolean; mayCorrect: boolean };
function Words({ form, sectioned, mayCorrect }: WordsProps) {
  return (
    <div class="not-printed">
      <h2 class="govuk-heading-m" id={WORDS}>
        Title and words
      </h2>
      {form.askAll(['title', 'summary'])}
      {sectioned && form.askAll(sections.map(({ id }) => id))}
      {mayCorrect && form.askAll(['corrects', 'whatChanged'])}
      <p class="govuk-body">
        The figures are counted once more, frozen, and attacked together with everything released before. That may take
        up to a minute: press once, and wait for the page to change. Then a second person approves; until then nobody
        outside sees them.
      </p>
    </div>
  );
}
