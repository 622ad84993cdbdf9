import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { formats, type Paper, PaperParts, type Pictures } from '../../papers/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { type Release, sayAsAt, sayWhen } from '../release.ts';

/** All of a paper below its heading, with its files: `files` is the address that their names follow. */
export function WholePaper({ paper, files, pictures }: { paper: Paper; files: string; pictures: Pictures }) {
  return (
    <PaperParts parts={paper.parts} pictures={pictures}>
      <ul class="govuk-list not-printed files">
        {Object.entries(formats).map(([ending, { says }]) => (
          <li>
            <a class="govuk-link" href={`${files}/${paper.reference}.${ending}`}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </PaperParts>
  );
}

/** “1 January 2023 to 31 December 2023, as at 30 January 2024”. */
export function When({ release }: { release: Release }) {
  const [when, asAt] = [sayWhen(release), sayAsAt(release.asAt)];
  return <p class="govuk-body-l">{when === asAt ? asAt : `${when}, as at ${sayDay(release.asAt)}`}</p>;
}

/** What the release corrects, and what changed. */
export function Corrects({ release: { corrects }, at }: { release: Release; at: (reference: string) => string }) {
  if (!corrects) return null;
  return (
    <InsetText>
      This corrects{' '}
      <a class="govuk-link reference" href={at(corrects.reference)}>
        {corrects.reference}
      </a>
      {corrects.whatChanged && `: ${corrects.whatChanged}`}
    </InsetText>
  );
}

/** What stands in its place now: first of all that is said of it. */
export function CorrectedBy({ references, at }: { references: readonly string[]; at: (reference: string) => string }) {
  if (references.length === 0) return null;
  return (
    <WarningText>
      Corrected by{' '}
      {references.map((reference, place) => (
        <>
          {place > 0 && ' and '}
          <a class="govuk-link reference" href={at(reference)}>
            {reference}
          </a>
        </>
      ))}
      . Read that instead.
    </WarningText>
  );
}

/** In a list: what it corrects, and what corrects it. */
export function Correction({ release }: { release: Pick<Release, 'corrects' | 'correctedBy'> }) {
  const { corrects, correctedBy } = release;
  return (
    <>
      {corrects && (
        <>
          {' '}
          Corrects <span class="reference">{corrects.reference}</span>.
        </>
      )}
      {correctedBy.map((reference) => (
        <>
          {' '}
          Corrected by <span class="reference">{reference}</span>.
        </>
      ))}
    </>
  );
}
