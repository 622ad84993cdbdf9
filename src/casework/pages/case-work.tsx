import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { type Contribution, contributionTo, type DirectWork, workKinds } from '../direct-work.ts';
import type { ProgressNote } from '../progress.db.ts';

type WorkProps = {
  work: { shown: readonly DirectWork[]; next: string | undefined };
  contributions: readonly Contribution[];
  notes: readonly ProgressNote[];
};
export function Work({ work: { shown, next }, contributions, notes }: WorkProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Direct work</h2>
      {shown.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
      <ol class="govuk-list case-work">
        {shown.map((one) => (
          <li>
            <h3 class="govuk-heading-s">
              {sayDay(one.on)}: {workKinds[one.kind]}, {one.topic}
            </h3>
            <p class="govuk-body as-written">{one.words}</p>
            {one.cameOfIt && <p class="govuk-body as-written">What came of it: {one.cameOfIt}</p>}
            <p class="case-small">
              {one.workerName}
              {one.tools && `; with ${one.tools}`}
            </p>
          </li>
        ))}
      </ol>
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            Earlier direct work
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Contributions to assessments and investigations</h2>
      {contributions.length === 0 && <p class="govuk-body">None is recorded.</p>}
      {contributions.length > 0 && (
        <SummaryList
          rows={contributions.map(({ on, towards, givenTo, words, workerName }) => ({
            key: `${sayDay(on)}: ${contributionTo[towards]}`,
            value: `To ${givenTo}: ${words} (${workerName})`,
          }))}
        />
      )}
      <h2 class="govuk-heading-m">Weekly progress</h2>
      {notes.length === 0 && <p class="govuk-body">No note yet.</p>}
      {notes.length > 0 && (
        <SummaryList rows={notes.map(({ on, by, words }) => ({ key: `${sayDay(on)}, ${by}`, value: words }))} />
      )}
    </>
  );
}
