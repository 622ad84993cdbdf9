import { profiles } from '@throughline/disclosure';
import { ButtonLink, InsetText, Table, Tag, type TagColour } from '@throughline/govuk-jsx';
import { londonDay, sayDay } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { type Changes, listChanges, sayChanges } from '../changes.db.ts';
import { offeredBy } from '../offered.ts';
import { nameOf, type Standing as StandingOf, sayWhen, standingOf, standings } from '../release.ts';
import { listReleases } from '../releases.db.ts';
import { Correction } from './paper.tsx';

const colours: Record<StandingOf, TagColour> = {
  found: 'red',
  waiting: 'yellow',
  declined: 'grey',
  released: 'green',
  withdrawn: 'grey',
};
const Standing = ({ of }: { of: StandingOf }) => <Tag colour={colours[of]}>{standings[of]}</Tag>;

/** Counting anew takes its time: older ones say on their own page what changed behind them. */
const LOOKED_INTO = 10;

/** Everything that left the building or was to leave it, newest first. Nothing drops off this list. */
export function ledgerPage(rooms: readonly Module[]) {
  return page({
    path: '/releases',
    says: 'Release ledger',
    may: 'figures.see',
    about: nobody,
    async load(tx) {
      const releases = await listReleases(tx);
      return { releases, changes: await listChanges(tx, releases.slice(0, LOOKED_INTO), offeredBy(rooms)) };
    },
    view: ({ releases, changes }, _, { may }) => (
      <>
        <p class="govuk-body">
          Figures leave the building through here alone: frozen, protected, attacked together with everything released
          before, and approved by a second person. What is released stands at an address{' '}
          <a class="govuk-link" href="/published">
            everybody can read
          </a>
          .
        </p>
        {may('figures.release') && (
          <div class="govuk-button-group">
            <ButtonLink href="/releases/compose">Compose a report</ButtonLink>
            <ButtonLink href="/answers/new" variant="secondary">
              Answer a question
            </ButtonLink>
          </div>
        )}
        {releases.length === 0 ? (
          <InsetText>
            Nothing was released yet. Compose a report: you see the safe version before anybody else does.
          </InsetText>
        ) : (
          <Wide says="Releases">
            {releases.length > LOOKED_INTO && (
              <p class="govuk-body-s">
                Of the {LOOKED_INTO} newest it is said here if their records changed; the others say it on their own
                page.
              </p>
            )}
            <Table
              caption="Releases, newest first"
              captionSize="m"
              head={['Release', 'What stands', 'Period', 'Made for', 'Composed']}
              rows={releases.map((release) => [
                <>
                  <a class="govuk-link" href={`/releases/${release.reference}`}>
                    {nameOf(release)}
                  </a>
                  <span class="line reference">{release.reference}</span>
                  {(release.corrects || release.correctedBy.length > 0) && (
                    <span class="line">
                      <Correction release={release} />
                    </span>
                  )}
                </>,
                <>
                  <Standing of={standingOf(release)} />
                  <Changed changes={changes.get(release.id)} />
                </>,
                sayWhen(release),
                profiles[release.profile].title,
                `${release.composed.name}, ${sayDay(londonDay(release.composed.at))}`,
              ])}
            />
          </Wide>
        )}
      </>
    ),
  });
}

const Changed = ({ changes }: { changes: Changes | undefined }) =>
  changes ? <span class="line">{sayChanges(changes)}</span> : null;
