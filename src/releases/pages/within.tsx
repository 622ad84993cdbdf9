import { profiles } from '@throughline/disclosure';
import { type FormatName, fileOf, formatOf, loadPictures, type Pictures } from '../../papers/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { paperOf, readAt } from '../paper-of.ts';
import { type FrozenTable, nameOf, type Release, sayReleased } from '../release.ts';
import { findRelease, listTables } from '../releases.db.ts';
import { CorrectedBy, Corrects, When, WholePaper } from './paper.tsx';

type Subject = { release: Release; tables: FrozenTable[]; pictures: Pictures };

/** What is approved and stands, whomever it was made for: what is not made for the public is read here, and never there. */
async function loadApproved(tx: Tx, { reference }: { reference: string }): Promise<Subject | undefined> {
  const release = await findRelease(tx, reference);
  if (!release?.approved || release.withdrawn) return undefined;
  return { release, tables: await listTables(tx, release), pictures: await loadPictures() };
}

/** The paper within the ledger, as its readers have it. */
export const paperWithin = page({
  path: '/releases/:reference/paper',
  may: 'figures.see',
  about: nobody,
  says: ({ release }: Subject) => `Paper ${release.reference}`,
  load: loadApproved,
  back: ({ release: { reference } }) => ({ to: `/releases/${reference}`, says: `Release ${reference}` }),
  heading: ({ release }) => nameOf(release),
  view: ({ release, tables, pictures }, _, world) => {
    const paper = paperOf(release, tables, world);
    const { reference, profile } = release;
    return (
      <>
        <When release={release} />
        {profile !== 'public' && (
          <p class="govuk-body">Made for: {profiles[profile].title.toLowerCase()}. It is not published.</p>
        )}
        <CorrectedBy references={release.correctedBy} at={readAt} />
        <Corrects release={release} at={readAt} />
        <WholePaper paper={paper} files={`/releases/${reference}/files`} pictures={pictures} />
        <p class="govuk-body-s">
          {paper.author}. Reference {reference}, released {sayReleased(release)}.
        </p>
      </>
    );
  },
});

/** The same as a file to keep. */
export const fileWithin = page({
  path: '/releases/:reference/files/:file',
  may: 'figures.see',
  about: nobody,
  says: ({ release }: Subject & { format: FormatName }) => `File of ${release.reference}`,
  async load(tx, { reference, file }) {
    const format = formatOf(file, reference);
    const found = format && (await loadApproved(tx, { reference }));
    return found && { ...found, format };
  },
  file: ({ release, tables, format }, world) => fileOf(paperOf(release, tables, world), format, release.reference),
  view: () => <></>,
});
