import { londonDay, refuse, sayCount, sayDay } from '../../../platform/kernel/index.ts';
import type { Module } from '../../../platform/module.ts';
import { BackLink, InsetText, SummaryList, WarningText } from '../../../platform/web/govuk/index.ts';
import { nobody, page } from '../../../platform/web/page.tsx';
import { longText, radios } from '../../../platform/web/questions.tsx';
import { profiles } from '../../disclosure/profile.ts';
import { sayPeriod } from '../../period.ts';
import { countChanged } from '../checking.db.ts';
import { offeredBy } from '../offered.ts';
import { paperOf, publishedAt } from '../paper-of.ts';
import { type Finding, isPublished, type Release, standingOf, standings, whyNotSettle } from '../release.ts';
import {
  findRelease,
  holdLedger,
  listTables,
  recordApproval,
  recordDeclined,
  recordWithdrawal,
} from '../releases.db.ts';
import { Tables } from './paper.tsx';

/** One release: what was frozen, what the attack found, and what a second person made of it. */
export function releasePage(rooms: readonly Module[]) {
  return page({
    path: '/releases/:reference',
    may: 'figures.see',
    about: nobody,
    says: ({ release }: { release: Release }) => `Release ${release.reference}`,
    async load(tx, { reference }, { may }) {
      const release = await findRelease(tx, reference);
      if (!release) return undefined;
      const mayCount = may('figures.release') || may('figures.approve');
      return {
        release,
        tables: await listTables(tx, release),
        changed: mayCount ? await countChanged(tx, release, offeredBy(rooms)) : 0,
        pictures: await import('../../picture.ts'),
      };
    },
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
      const stopped = release ? whyNotSettle(release, worker.id) : refuse('It is gone.');
      if (stopped || !release) return stopped ?? refuse('It is gone.');
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
    view: ({ release, tables, changed, pictures }, form, { worker, may, partnership }) => (
      <>
        <BackLink href="/releases">Release ledger</BackLink>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{release.reference}</span>
          {release.title}
        </h1>
        <Facts release={release} />
        {changed > 0 && (
          <WarningText>{`The records behind it have changed since it was frozen: ${sayCount(changed, 'record')} would be counted otherwise today. Compose a correction if it matters.`}</WarningText>
        )}
        {release.attack && release.attack.findings.length > 0 && <Found findings={release.attack.findings} />}
        {standingOf(release) === 'waiting' && (
          <Next release={release} worker={worker.id} mayApprove={may('figures.approve')} />
        )}
        {may('figures.approve') && !whyNotSettle(release, worker.id) && form.show({ button: 'Record the decision' })}
        {release.approved && !release.withdrawn && may('figures.approve') && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/releases/${release.reference}/withdraw`}>
              Withdraw it
            </a>
          </p>
        )}
        {release.summary.map((words) => (
          <p class="govuk-body">{words}</p>
        ))}
        <Tables paper={paperOf(release, tables, partnership)} pictures={pictures} />
      </>
    ),
  });
}

function Facts({ release }: { release: Release }) {
  const { attack, approved, declined, withdrawn, corrects } = release;
  const said = (what: { name: string; at: Date; reason?: string } | null) =>
    what && `${what.name}, ${sayDay(londonDay(what.at))}${what.reason ? `: ${what.reason}` : ''}`;
  const rows = [
    ['What stands', standings[standingOf(release)]],
    ['Question', release.question],
    ['Period', `${sayPeriod(release.period)}, as at ${sayDay(release.asAt)}`],
    ['Made for', profiles[release.profile].title],
    ['Composed', said(release.composed)],
    ['Corrects', corrects && `${corrects.reference}: ${corrects.whatChanged}`],
    ['Attack', attack && sayAttack(attack)],
    ['Approved', said(approved)],
    ['Not approved', said(declined)],
    ['Withdrawn', said(withdrawn)],
    [
      'Stands at',
      isPublished(release) && (
        <a class="govuk-link" href={publishedAt(release.reference)}>
          {publishedAt(release.reference)}
        </a>
      ),
    ],
  ] as const;
  return <SummaryList rows={rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))} />;
}

function sayAttack({ findings, cells, seconds, with: earlier }: NonNullable<Release['attack']>): string {
  const together = earlier === 0 ? '' : ` together with ${sayCount(earlier, 'earlier release')}`;
  const found = findings.length === 0 ? 'none could be worked out' : `${findings.length} can be worked out`;
  return `${sayCount(cells, 'hidden cell')} attacked${together} in ${Number(seconds).toFixed(1)} s: ${found}`;
}

function Found({ findings }: { findings: readonly Finding[] }) {
  const help = [...new Set(findings.flatMap((finding) => finding.help))];
  return (
    <>
      <WarningText>This cannot be released: the attack worked out what it hides.</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map(({ table, cell, learnt }) => (
          <li>
            {table}, {cell}: {learnt}.
          </li>
        ))}
      </ul>
      <p class="govuk-body">What would help: {help.join(' ')}</p>
    </>
  );
}

function Next({ release, worker, mayApprove }: { release: Release; worker: string; mayApprove: boolean }) {
  if (release.composed.by === worker)
    return (
      <InsetText>
        It waits for a second person. They see it on their first page; nobody outside sees it until then.
      </InsetText>
    );
  return mayApprove ? null : <InsetText>It waits for somebody who approves figures.</InsetText>;
}

/** The figures go, the listing and the reason stay, and whoever read them still knows them: the attack remembers. */
export const withdrawRelease = page({
  path: '/releases/:reference/withdraw',
  may: 'figures.approve',
  about: nobody,
  says: ({ reference }: Release) => `Withdraw release ${reference}`,
  async load(tx, { reference }) {
    const release = await findRelease(tx, reference);
    return release?.approved && !release.withdrawn ? release : undefined;
  },
  asks: {
    reason: longText({
      ask: 'Why is it withdrawn?',
      hint: 'Published with the listing.',
      missing: 'Say why',
      rows: 3,
      atMost: 1000,
    }),
  },
  async submit(tx, { id, reference }, { reason }, { worker, now }) {
    await recordWithdrawal(tx, { id, by: worker.id, at: now, reason });
    return {
      goTo: `/releases/${reference}`,
      did: 'withdrew a release',
      says: 'It is withdrawn. Its listing and your reason stay.',
    };
  },
  view: (release, form) => (
    <>
      <BackLink href={`/releases/${release.reference}`}>Release {release.reference}</BackLink>
      <h1 class="govuk-heading-l">Withdraw {release.title}?</h1>
      <p class="govuk-body">
        Its figures are no longer shown. Whoever read them still knows them, so later releases are attacked together
        with these all the same.
      </p>
      {form.show({ button: 'Withdraw', warning: true })}
    </>
  ),
});
