import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { fileOf, formatOf, loadPictures } from '../../papers/index.ts';
import { londonDay, sayDay } from '../../platform/kernel/index.ts';
import { openPage } from '../../platform/web/open-page.ts';
import { paperOf, publishedAt } from '../paper-of.ts';
import { isPublished, nameOf, type Release, sayReleased, sayWhen } from '../release.ts';
import { findRelease, listReleases, listTables } from '../releases.db.ts';
import { CorrectedBy, Correction, Corrects, When, WholePaper } from './paper.tsx';

/** For everybody: what was released, and what was withdrawn and why. */
export const publishedList = openPage({
  path: '/published',
  async answer(tx) {
    const releases = (await listReleases(tx)).filter(isPublished);
    return {
      title: 'Published figures',
      body: (
        <>
          {releases.length === 0 && <InsetText>Nothing is published yet.</InsetText>}
          <ul class="govuk-list govuk-list--spaced">
            {releases.map((release) => (
              <Listed release={release} />
            ))}
          </ul>
        </>
      ),
    };
  },
});

function Listed({ release }: { release: Release }) {
  const { reference, withdrawn } = release;
  return (
    <li>
      <a class="govuk-link" href={publishedAt(reference)}>
        {nameOf(release)}
      </a>
      <span class="line">
        {sayWhen(release)}. Released {sayReleased(release)}, <span class="reference">{reference}</span>.
        <Correction release={release} />
        {withdrawn && ` Withdrawn: ${withdrawn.reason}`}
      </span>
    </li>
  );
}

/** One release, for good: its listing and reason stay when it is withdrawn, and its figures go. */
export const publishedPaper = openPage({
  path: '/published/:reference',
  async answer(tx, { reference }, world) {
    const release = await findRelease(tx, reference);
    if (!release || !isPublished(release)) return undefined;
    const paper = paperOf(release, release.withdrawn ? [] : await listTables(tx, release), world);
    const pictures = await loadPictures();
    const { withdrawn } = release;
    return {
      title: nameOf(release),
      body: (
        <>
          <When release={release} />
          {withdrawn && (
            <WarningText>{`Withdrawn on ${sayDay(londonDay(withdrawn.at))}: ${withdrawn.reason}`}</WarningText>
          )}
          <CorrectedBy references={release.correctedBy} at={publishedAt} />
          <Corrects release={release} at={publishedAt} />
          {!withdrawn && <WholePaper paper={paper} files={publishedAt(reference)} pictures={pictures} />}
          <p class="govuk-body-s">
            {paper.author}. Reference {reference}, released {sayReleased(release)}.{' '}
            <a class="govuk-link" href="/published">
              All published figures
            </a>
          </p>
        </>
      ),
    };
  },
});

/** The same paper as a file to keep: spreadsheet, document, or an insert for a report. */
export const publishedFile = openPage({
  path: '/published/:reference/:file',
  async answer(tx, { reference, file }, world) {
    const format = formatOf(file, reference);
    const release = format && (await findRelease(tx, reference));
    if (!release || !isPublished(release) || release.withdrawn) return undefined;
    return fileOf(paperOf(release, await listTables(tx, release), world), format, reference);
  },
});
