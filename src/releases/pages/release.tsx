import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { loadPictures, PaperParts } from '../../papers/index.ts';
import { refuse } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import { listChanges, sayChanges } from '../changes.db.ts';
import { questions } from '../known-questions.ts';
import { offeredBy } from '../offered.ts';
import { tableParts } from '../paper-of.ts';
import { addressAgain } from '../reading-composition.ts';
import { isPublished, nameOf, type Release, standingOf, whyNotApprove, whyNotSettle } from '../release.ts';
import { findRelease, holdLedger, listTables, recordApproval, recordDeclined } from '../releases.db.ts';
import { numbersInNoTable, sayUnchecked } from '../unchecked.ts';
import { CorrectedBy } from './paper.tsx';
import { Facts } from './release-facts.tsx';
import { Found, Weighed } from './release-weighed.tsx';

/** One release: what was frozen, what the attack found, and what a second person made of it. */
export function releasePage(rooms: readonly Module[]) {
  return page({
    path: '/releases/:reference',
    may: 'figures.see',
    about: nobody,
    async load(tx, { reference }) {
      const release = await findRelease(tx, reference);
      if (!release) return undefined;
      return {
        release,
        tables: await listTables(tx, release),
        changes: (await listChanges(tx, [release], offeredBy(rooms))).get(release.id),
        pictures: await loadPictures(),
      };
    },
    says: ({ release }) => `Release ${release.reference}`,
    asks: {
      decision: radios({
        ask: 'What do you decide?',
        options: { approve: 'Approve', decline: 'Do not approve' },
        missing: 'Choose whether to approve',
      }),
      reason: longText({ ask: 'If not: why', rows: 2, atMost: 1000 }),
    },
    async submit(tx, { release: shown }, { decision, reason }, { worker, now, may }) {
      if (!may('figures.approve')) return refuse('Somebody who approves figures decides this.');
      await holdLedger(tx);
      const release = await findRelease(tx, shown.reference);
      if (!release) return refuse('It is gone.');
      const stopped = (decision === 'approve' ? whyNotApprove : whyNotSettle)(release, worker.id);
      if (stopped) return stopped;
      const done = { id: release.id, by: worker.id, at: now };
      if (decision === 'decline') {
        if (!reason) return refuse('Say why, for whoever composed it', 'reason');
        await recordDeclined(tx, { ...done, reason });
        return { goTo: '/releases', did: 'did not approve a release', says: `${release.reference} is not released.` };
      }
      await recordApproval(tx, done);
      return {
        goTo: `/releases/${release.reference}`,
        did: 'approved a release',
        says: isPublished({ ...release, approved: release.composed }) ? 'It is published.' : 'It is approved.',
      };
    },
    back: { to: '/releases', says: 'Release ledger' },
    caption: ({ release }) => release.reference,
    heading: ({ release }) => nameOf(release),
    view: ({ release, tables, changes, pictures }, form, world) => {
      const unchecked = numbersInNoTable(release, tables);
      return (
        <>
          <CorrectedBy references={release.correctedBy} at={(reference) => `/releases/${reference}`} />
          <Facts release={release} />
          {standingOf(release) === 'waiting' &&
            world.may('figures.approve') &&
            !whyNotSettle(release, world.worker.id) && (
              <p class="govuk-body not-printed">
                Read it, then{' '}
                <a class="govuk-link" href="#decision">
                  decide at the foot of the page
                </a>
                .
              </p>
            )}
          {changes && <WarningText>{`${sayChanges(changes)} Compose a correction if it matters.`}</WarningText>}
          {release.attack && release.attack.findings.length > 0 && (
            <Found
              findings={release.attack.findings}
              again={world.may('figures.release') && addressAgain(release, tables)}
            />
          )}
          {unchecked.length > 0 && <WarningText>{sayUnchecked(unchecked)}</WarningText>}
          <Weighed release={release} />
          {release.summary.map((words) => (
            <p class="govuk-body">{words}</p>
          ))}
          <PaperParts parts={tableParts(tables)} pictures={pictures} />
          {standingOf(release) === 'waiting' && (
            <Next release={release} worker={world.worker.id} mayApprove={world.may('figures.approve')} />
          )}
          {/* Whoever comes too late in a second window still has what they typed. */}
          {world.may('figures.approve') &&
            (!whyNotSettle(release, world.worker.id) || Object.keys(form.errors).length > 0) &&
            form.show({ button: 'Record the decision' })}
          {release.approved && world.may('figures.release') && (
            <p class="govuk-body">
              <a class="govuk-link" href={release.question ? answerAgain(release) : addressAgain(release, tables)}>
                {release.question ? 'Answer it again' : 'Compose a correction'}
              </a>
              {release.question ? ', as things stand today, and say what changed.' : ', with its words.'}
            </p>
          )}
          {release.approved && !release.withdrawn && world.may('figures.approve') && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/releases/${release.reference}/withdraw`}>
                Withdraw it
              </a>
            </p>
          )}
        </>
      );
    },
  });
}

const answerAgain = ({ question, reference }: Release): string => {
  const [id] = Object.entries(questions).find(([, { ask }]) => ask === question) ?? [''];
  return `/answers/new?${new URLSearchParams({ question: id, corrects: reference })}`;
};

function Next({ release, worker, mayApprove }: { release: Release; worker: string; mayApprove: boolean }) {
  if (release.apart.length > 0) {
    const others = release.apart.join(' and ');
    return (
      <WarningText>{`It cannot be approved: it was not attacked together with ${others}, of the same records.`}</WarningText>
    );
  }
  if (release.composed.by === worker)
    return (
      <InsetText>
        It waits for a second person. They see it on their first page; nobody outside sees it until then.
      </InsetText>
    );
  return mayApprove ? null : <InsetText>It waits for somebody who approves figures.</InsetText>;
}
