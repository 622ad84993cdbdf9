import { SummaryCard } from '@throughline/govuk-jsx';
import { londonDay, londonTime, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { sayName } from '../child.ts';
import { listVersions, type Version } from '../child-record.db.ts';
import { findChild } from '../children.db.ts';
import { sayDetails } from '../details.ts';

/** Every version of who a child is. A wrong fact is put right by a new version; the old ones stay readable here. */
export const childHistory = page({
  path: '/children/:reference/history',
  may: 'people.see-child',
  async load(tx, { reference }) {
    const child = await findChild(tx, reference);
    return child && { child, versions: await listVersions(tx, child) };
  },
  says: ({ child }) => `Versions: ${sayName(child)}`,
  about: ({ child }) => [child.id],
  back: ({ child }) => ({ to: `/children/${child.reference}`, says: sayName(child) }),
  heading: 'What was recorded, and when',
  view: ({ versions }) => (
    <>
      <p class="govuk-body">
        The latest version is first and is the one in use. In an earlier one, what was put right later is marked.
      </p>
      {versions.map((version, place) => (
        <Recorded version={version} next={versions[place - 1]} />
      ))}
    </>
  ),
});

function Recorded({ version, next }: { version: Version; next: Version | undefined }) {
  const { child, reason, recordedAt, recordedBy } = version;
  const later = next && new Map(sayDetails(next.child).map(({ what, says }) => [what, says]));
  const day = londonDay(recordedAt);
  const rows = sayDetails(child).map(({ what, says }) => {
    const putRight = later && later.get(what) !== says;
    return {
      key: what,
      value: putRight ? (
        <>
          <del>{says}</del> <strong>put right in version {child.version + 1}</strong>
        </>
      ) : (
        says
      ),
    };
  });
  return (
    <SummaryCard
      title={`Version ${child.version}${next ? '' : ', in use'}`}
      rows={[
        {
          key: 'Recorded',
          value: `${sayDay(day)} at ${londonTime(recordedAt)} by ${recordedBy ?? 'an import'}`,
        },
        reason && { key: 'Why it was put right', value: reason },
        ...rows,
      ]}
    />
  );
}
