import { profiles } from '@throughline/disclosure';
import { SummaryList } from '@throughline/govuk-jsx';
import { londonDay, sayCount, sayDay } from '../../platform/kernel/index.ts';
import { publishedAt, readAt } from '../paper-of.ts';
import { isPublished, type Release, sayAsAt, sayWhen, standingOf, standings } from '../release.ts';

/** What stands of a release: who did what to it, and when. */
export function Facts({ release }: { release: Release }) {
  const { attack, approved, declined, withdrawn, corrects } = release;
  const said = (what: { name: string; at: Date; reason?: string } | null) =>
    what && `${what.name}, ${sayDay(londonDay(what.at))}${what.reason ? `: ${what.reason}` : ''}`;
  const when = sayWhen(release);
  const rows = [
    ['What stands', standings[standingOf(release)]],
    ['Question', release.question],
    ['Period', when === sayAsAt(release.asAt) ? when : `${when}, as at ${sayDay(release.asAt)}`],
    ['Made for', profiles[release.profile].title],
    ['Composed', said(release.composed)],
    ['Corrects', corrects && [corrects.reference, corrects.whatChanged].filter(Boolean).join(': ')],
    ['Attack', attack && sayAttack(attack)],
    ['Approved', said(approved)],
    ['Not approved', said(declined)],
    ['Withdrawn', said(withdrawn)],
    ['Stands at', approved && !withdrawn && <StandsAt release={release} />],
  ] as const;
  return <SummaryList rows={rows.flatMap(([key, value]) => (value ? [{ key, value }] : []))} />;
}

function StandsAt({ release }: { release: Release }) {
  const address = (isPublished(release) ? publishedAt : readAt)(release.reference);
  return (
    <a class="govuk-link" href={address}>
      {address}
    </a>
  );
}

function sayAttack({ findings, cells, seconds, with: earlier }: NonNullable<Release['attack']>): string {
  const together = earlier === 0 ? '' : ` together with ${sayCount(earlier, 'earlier release')}`;
  const found = findings.length === 0 ? 'none could be worked out' : `${findings.length} can be worked out`;
  return `${sayCount(cells, 'figure')} that the tables do not show were attacked${together}, in ${Number(seconds).toFixed(1)} s: ${found}`;
}
