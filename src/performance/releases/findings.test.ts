import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from '../disclosure/findings.ts';
import { profiles } from '../disclosure/profile.ts';
import { protect } from '../disclosure/protect/protect.ts';
import { compose, grouping, type Sheet, type TableSpec } from '../disclosure/publication.ts';
import { having } from '../disclosure/where.ts';
import { findingsOf } from './findings.ts';
import type { ReleaseId } from './release.ts';

const records = Array.from({ length: 26 }, (_, at) => ({
  id: `r${at}`,
  child: `c${at}`,
  attributes: { sex: at < 20 ? 'F' : 'M' },
}));
const sheet: Sheet = {
  ...{ kind: 'caseload', unit: 'children', records },
  attributes: { sex: { values: ['F', 'M', 'U'], lasts: true } },
};
const table = (id: string, more: Partial<TableSpec> = {}): TableSpec => ({
  id,
  title: id,
  of: 'caseload',
  by: [],
  ...more,
});

test('what follows only from a row that the new release does not have was not known before it', async () => {
  const all = compose('all', '2024-01-30', [sheet], [table('all'), table('female', { cohort: having('sex', 'F') })]);
  const published = await protect(all, profiles.public);
  const bySex = table('sex', { by: [grouping('Sex', 'sex', { Female: ['F'], Male: ['M'] })] });
  const publication = compose('new', '2024-01-30', [{ ...sheet, never: [having('sex', 'U')] }], [bySex]);
  const release = await protect(publication, profiles.provider, [published]);
  const attacked = await attack([published, release]);
  assert.ok(attacked.found.some(({ key, exact, low }) => key.Sex === 'Male' && exact && low === 6));
  const earlier = [{ id: 'all' as ReleaseId, reference: 'F-1', standing: 'released' as const, release: published }];
  const counted = { from: '2023-01-31', to: '2024-01-30', asAt: '2024-01-30' } as never;
  const findings = await findingsOf(attacked, { release, publication, laidOut: [], sheets: [sheet], counted, earlier });
  assert.ok(findings.some(({ cell }) => cell === 'Male'));
});
