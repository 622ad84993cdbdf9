import { londonDay, sayDay } from '../../../platform/kernel/index.ts';
import { InsetText, WarningText } from '../../../platform/web/govuk/index.ts';
import { openPage } from '../../../platform/web/open-page.ts';
import { sayPeriod } from '../../period.ts';
import { paperOf, publishedAt } from '../paper-of.ts';
import { type FormatName, formats } from '../papers/index.ts';
import { isPublished } from '../release.ts';
import { findRelease, listReleases, listTables } from '../releases.db.ts';
import { Tables } from './paper.tsx';

/** For everybody: what was released, and what was withdrawn and why. */
export const publishedList = openPage({
  path: '/published',
  async answer(tx) {
    const releases = (await listReleases(tx)).filter(isPublished);
    return {
      title: 'Published figures',
      body: (
        <>
          <h1 class="govuk-heading-l">Published figures</h1>
          {releases.length === 0 && <InsetText>Nothing is published yet.</InsetText>}
          <ul class="govuk-list govuk-list--spaced">
            {releases.map(({ reference, title, period, approved, withdrawn, corrects }) => (
              <li>
                <a class="govuk-link" href={publishedAt(reference)}>
                  {title}
                </a>
                <span class="line">
                  {sayPeriod(period)}. Released {approved && sayDay(londonDay(approved.at))}, {reference}.
                  {corrects && ` Corrects ${corrects.reference}.`}
                  {withdrawn && ` Withdrawn: ${withdrawn.reason}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
});

/** One release, for good: its listing and reason stay when it is withdrawn, and its figures go. */
export const publishedPaper = openPage({
  path: '/published/:reference',
  async answer(tx, { reference }, { partnership }) {
    const release = await findRelease(tx, reference);
    if (!release || !isPublished(release)) return undefined;
    const paper = paperOf(release, release.withdrawn ? [] : await listTables(tx, release), partnership);
    const pictures = await import('../../picture.ts');
    return {
      title: paper.title,
      body: (
        <>
          <h1 class="govuk-heading-l">{paper.title}</h1>
          <p class="govuk-body-l">
            {paper.period}, as at {paper.asAt}
          </p>
          {release.withdrawn && (
            <WarningText>{`Withdrawn on ${sayDay(londonDay(release.withdrawn.at))}: ${release.withdrawn.reason}`}</WarningText>
          )}
          {paper.correction && (
            <InsetText>
              This corrects{' '}
              <a class="govuk-link" href={publishedAt(paper.correction.of)}>
                {paper.correction.of}
              </a>
              : {paper.correction.whatChanged}
            </InsetText>
          )}
          {!release.withdrawn && (
            <>
              {paper.summary.map((words) => (
                <p class="govuk-body">{words}</p>
              ))}
              <ul class="govuk-list not-printed files">
                {Object.entries(formats).map(([ending, { says }]) => (
                  <li>
                    <a class="govuk-link" href={`${publishedAt(reference)}/${reference}.${ending}`}>
                      {says}
                    </a>
                  </li>
                ))}
              </ul>
              <Tables paper={paper} pictures={pictures} />
              {paper.notes.map((note) => (
                <p class="govuk-body-s">{note}</p>
              ))}
            </>
          )}
          <p class="govuk-body-s">
            {paper.partnership}. Reference {paper.reference}, released {paper.releasedOn}.{' '}
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
  async answer(tx, { reference, file }, { partnership }) {
    const ending = file.split('.').at(-1) ?? '';
    const release = await findRelease(tx, reference);
    if (
      !release ||
      !isPublished(release) ||
      release.withdrawn ||
      !isFormat(ending) ||
      file !== `${reference}.${ending}`
    )
      return undefined;
    const { type, write } = formats[ending];
    return { file: await write(paperOf(release, await listTables(tx, release), partnership)), type, name: file };
  },
});

const isFormat = (ending: string): ending is FormatName => Object.hasOwn(formats, ending);
