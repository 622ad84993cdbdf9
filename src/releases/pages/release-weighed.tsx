import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { type Finding, type Release, standingOf } from '../release.ts';
import { WhichHidden } from './safe-version.tsx';

/** Which cells are hidden and why, and rows that say the same of all: what somebody who decides has to weigh. */
export function Weighed({ release }: { release: Release }) {
  const { attack } = release;
  if (!attack) return null;
  const { hidden, warnings } = attack;
  if (!hidden) return <InsetText>It was frozen before it was kept which cells are hidden for which reason.</InsetText>;
  return (
    <>
      {warnings && warnings.length > 0 && (
        <>
          <WarningText>
            Some rows say the same of every child in them: whoever knows that a child is among them learns it.
          </WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {warnings.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      {hidden.length === 0 ? (
        <p class="govuk-body">No cell is hidden.</p>
      ) : (
        <WhichHidden hidden={hidden} open={standingOf(release) === 'waiting'} />
      )}
    </>
  );
}

/** What the attack worked out, and what would help. */
export function Found({ findings, again }: { findings: readonly Finding[]; again: string | false }) {
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
      {again && (
        <p class="govuk-body">
          <a class="govuk-link" href={again}>
            Compose it again from here
          </a>
          , with its words.
        </p>
      )}
    </>
  );
}
