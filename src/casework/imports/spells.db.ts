import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { findPartnership } from '../../platform/web/partnership.db.ts';
import type { ChildId, TeamId } from '../../platform/web/world.ts';
import { listImportedEvolveDecisions, NOT_RECORDED } from '../../referrals/index.ts';
import { listSeries } from '../../risk/index.ts';
import type { CaseId } from '../case-record.ts';
import { closeCases } from '../closings.db.ts';
import { openCases } from '../opening.db.ts';
import type { HeldClosure } from './closures-beside.ts';
import { type Held, impliedSpell, type Sign, type Spell, type ToRecord } from './spells.ts';

export async function listHeld(tx: Tx, children: readonly ChildId[]): Promise<Held> {
  const decisions = await listImportedEvolveDecisions(tx, children);
  const series = await listSeries(
    tx,
    children.map((childId) => ({ childId })),
  );
  const decided = Map.groupBy(decisions, ({ childId }) => childId);
  const signs = children.map((childId): [ChildId, Sign[]] => [
    childId,
    [
      ...(decided.get(childId) ?? []).map(
        ({ decidedOn, subjectId }): Sign => ({ on: decidedOn, by: 'decision', subjectId }),
      ),
      ...(series.get(childId) ?? []).flatMap(({ authorId, completedOn, kind, returned }): Sign[] =>
        authorId === null && !returned ? [{ on: completedOn, by: kind }] : [],
      ),
    ],
  ]);
  return { spells: await listSpells(tx, children), signs: new Map(signs), series };
}

async function listSpells(tx: Tx, children: readonly ChildId[]): Promise<Map<ChildId, Spell[]>> {
  const { rows } = await sql<Spell & { childId: ChildId; caseId: CaseId }>`
    select k.child_id, k.id as case_id, k.opened_on, c.closed_on,
      k.opened_by is not null or exists (select from allocation a where a.case_id = k.id) as worked_on_here
    from evolve_case k left join closure c on c.case_id = k.id
    where k.child_id = any (${children}::uuid[])
    order by k.opened_on, c.closed_on nulls last`.execute(tx);
  return Map.groupBy(rows, ({ childId }) => childId);
}

export async function listClosures(tx: Tx, children: readonly ChildId[]): Promise<HeldClosure[]> {
  return tx
    .selectFrom('closure')
    .select(['childId', 'closedOn', 'reason', 'levelAtClosing as level'])
    .where('childId', '=', sql<string>`any (${children}::uuid[])`)
    .$castTo<HeldClosure>()
    .execute();
}

/** After referrals or assessments: opens the cases they imply. @returns how many. */
export async function openImpliedCases(tx: Tx, children: readonly ChildId[], now: Date): Promise<number> {
  const { spells, signs } = await listHeld(tx, children);
  const all = children.flatMap((childId) => {
    const implied = impliedSpell(spells.get(childId) ?? [], signs.get(childId) ?? []);
    return implied ? [{ childId, spells: [...(spells.get(childId) ?? []), implied] }] : [];
  });
  return (await recordSpells(tx, all, now)).cases;
}

/** Opens and closes round by round, because a case can only follow one that is closed. @returns how many of each. */
export async function recordSpells(tx: Tx, all: readonly ToRecord[], at: Date) {
  const made = { cases: 0, closures: 0 };
  const latest = new Map<ChildId, CaseId>();
  const rounds = all.reduce((most, { spells }) => Math.max(most, spells.length), 0);
  for (let round = 0; round < rounds; round++) {
    const these = all.flatMap(({ childId, spells }) => {
      const spell = spells[round];
      return spell ? [{ childId, ...spell }] : [];
    });
    made.cases += await openNew(tx, these, latest, at);
    const closures = these.flatMap(({ childId, closedOn, ending }) => {
      const caseId = latest.get(childId);
      return caseId && closedOn && ending ? [{ caseId, childId, closedOn, at, ...ending }] : [];
    });
    await closeCases(tx, closures);
    made.closures += closures.length;
  }
  return made;
}

type InRound = Spell & { childId: ChildId };

/** Leaves in `latest` the case of each spell of this round, held or new. */
async function openNew(tx: Tx, these: readonly InRound[], latest: Map<ChildId, CaseId>, at: Date): Promise<number> {
  const wanted = these.filter(({ caseId }) => !caseId);
  const teamId = wanted.length > 0 ? await findOrMakeEvolve(tx) : undefined;
  const opened = teamId
    ? await openCases(
        tx,
        wanted.map(({ childId, openedOn, subjectId }) => ({
          ...{ childId, teamId, openedOn, subjectId, at },
          previousId: latest.get(childId),
          lawfulBasis: NOT_RECORDED,
          importKey: `case|${childId}|${openedOn}`,
        })),
      )
    : [];
  for (const { childId, caseId } of these) if (caseId) latest.set(childId, caseId);
  for (const [place, { id }] of opened.entries()) {
    const childId = wanted[place]?.childId;
    if (childId) latest.set(childId, id);
  }
  return opened.length;
}

/** Cases belong to a team. In a database that nobody has set up yet the import makes the one that Evolve will be. */
async function findOrMakeEvolve(tx: Tx): Promise<TeamId> {
  const team = await tx.selectFrom('team').select('id').where('code', '=', 'evolve').executeTakeFirst();
  if (team) return team.id as TeamId;
  if (await findPartnership(tx))
    throw new Error('there is no team with the code “evolve” for the cases to belong to; set it up first');
  const agency = await tx
    .insertInto('agency')
    .values({ code: 'council', name: 'The council', kind: 'statutory_partner' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const made = await tx
    .insertInto('team')
    .values({ code: 'evolve', name: 'Evolve', agencyId: agency.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id as TeamId;
}
