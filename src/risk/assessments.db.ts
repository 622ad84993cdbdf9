import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ExploitationType, Judgement, Level, Mode, Standing } from './judgement.ts';
import type { AssessmentInSeries, Series } from './series.ts';

/** A judgement as rows hold it: assessments, authorisations and corrections alike. */
export type JudgementRow = {
  type: ExploitationType;
  level: Level;
  cceLevel: Level | null;
  cseLevel: Level | null;
  standing: Standing | 'neither' | 'not_recorded';
  modes: Mode[];
};

export const judgementOf = ({ type, level, cceLevel, cseLevel, standing, modes }: JudgementRow): Judgement => ({
  type,
  level,
  byType: cceLevel && cseLevel ? { cce: cceLevel, cse: cseLevel } : undefined,
  standing: standing === 'at_risk' || standing === 'experiencing' ? standing : undefined,
  modes,
});

/** A child, and from when to when: a spell with a service. Without days, all that is known. */
export type Spell = { childId: ChildId; since?: PlainDate | undefined; until?: PlainDate | undefined };

type SeriesRow = Omit<AssessmentInSeries, 'judgement' | 'ofRecord' | 'authorised' | 'returned'> & {
  judged: JudgementRow;
  recorded: JudgementRow | null;
  authorisedOn: PlainDate | null;
  authoriser: string | null;
  returnedOn: PlainDate | null;
  returner: string | null;
  returnReason: string | null;
};

/** Every completed assessment of these children's spells, the oldest first. A child stands in `spells` once. */
export async function listSeries(tx: Tx, spells: readonly Spell[]): Promise<Map<ChildId, Series>> {
  if (spells.length === 0) return new Map();
  const ids = spells.map(({ childId }) => childId);
  const since = spells.map((spell) => spell.since ?? null);
  const until = spells.map((spell) => spell.until ?? null);
  const { rows } = await sql<SeriesRow>`
    ${selectSeries}
    from unnest(${ids}::uuid[], ${since}::date[], ${until}::date[]) spell (child_id, since, until)
    cross join lateral (
      select * from assessment a where a.child_id = spell.child_id
        and a.completed_on between coalesce(spell.since, '-infinity') and coalesce(spell.until, 'infinity')
      offset 0 -- child by child: left to itself it reads every assessment the policy lets the reader see
    ) a
    ${joinSeries}
    order by a.completed_on, a.turn`.execute(tx);
  return Map.groupBy(rows.map(inSeries), ({ childId }) => childId);
}

export async function listSeriesOf(tx: Tx, child: ChildId): Promise<Series> {
  return (await listSeries(tx, [{ childId: child }])).get(child) ?? [];
}

/** One assessment as a series tells it. */
export async function findInSeries(tx: Tx, reference: string): Promise<AssessmentInSeries | undefined> {
  const { rows } = await sql<SeriesRow>`
    ${selectSeries} from assessment a ${joinSeries} where a.reference = ${reference}`.execute(tx);
  return rows[0] && inSeries(rows[0]);
}

export type LevelOfRecord = { childId: ChildId; completedOn: PlainDate; judgement: Judgement };

/** The latest authorised assessment of each of these children: a search of one index each, however many there are. */
export async function listLevelsOfRecord(tx: Tx, children: readonly ChildId[]): Promise<Map<ChildId, LevelOfRecord>> {
  if (children.length === 0) return new Map();
  const { rows } = await sql<{ childId: ChildId; completedOn: PlainDate; recorded: JudgementRow }>`
    select latest.* from unnest(${children}::uuid[]) asked (child_id)
    cross join lateral (
      select a.child_id, a.completed_on, ${judgement('r')} recorded
      from assessment a ${ofRecord('join')}
      where a.child_id = asked.child_id
      order by a.completed_on desc, a.turn desc limit 1
    ) latest`.execute(tx);
  return new Map(
    rows.map(({ childId, completedOn, recorded }) => [
      childId,
      { childId, completedOn, judgement: judgementOf(recorded) },
    ]),
  );
}

/** Column names of a judgement, as one JSON value. */
export const judgement = (table: 'a' | 'r' | 'z' | 'c') => {
  const t = sql.ref(table);
  return sql`jsonb_build_object('type', ${t}.type, 'level', ${t}.level, 'cceLevel', ${t}.cce_level,
    'cseLevel', ${t}.cse_level, 'standing', ${t}.standing, 'modes', ${t}.modes)`;
};

/**
 * What is of record for assessment `a`, as `r`: the latest correction, else the authorisation; whoever authorised it is told
 * in either case. In one place, because each table a query names costs it one more search for whom the reader may see.
 */
const ofRecord = (join: 'join' | 'left join') => sql`
  ${sql.raw(join)} lateral (
    select c.version, coalesce(c.type, z.type) as type, coalesce(c.level, z.level) as level,
      case when c.version is null then z.cce_level else c.cce_level end as cce_level,
      case when c.version is null then z.cse_level else c.cse_level end as cse_level,
      coalesce(c.standing, z.standing) as standing, coalesce(c.modes, z.modes) as modes,
      z.authorised_on, z.authorised_by, z.authoriser_name
    from authorisation z
    left join authorisation_correction c on c.assessment_id = z.assessment_id
    where z.assessment_id = a.id
    order by c.version desc nulls last limit 1
  ) r on true`;

const selectSeries = sql`
  select a.id, a.reference, a.child_id, a.kind, a.completed_on, a.author_id,
    coalesce(author.name, a.author_name) author, ${judgement('a')} judged,
    case when r.authorised_on is not null then ${judgement('r')} end recorded,
    r.authorised_on, coalesce(manager.name, r.authoriser_name) authoriser,
    t.returned_on, returner.name returner, t.reason return_reason`;

const joinSeries = sql`
  ${ofRecord('left join')}
  left join assessment_returned t on t.assessment_id = a.id
  left join worker author on author.id = a.author_id
  left join worker manager on manager.id = r.authorised_by
  left join worker returner on returner.id = t.returned_by`;

function inSeries(row: SeriesRow): AssessmentInSeries {
  const { id, reference, childId, kind, completedOn, authorId, author, authorisedOn, returnedOn } = row;
  return {
    ...{ id, reference, childId, kind, completedOn, authorId, author },
    judgement: judgementOf(row.judged),
    ofRecord: row.recorded ? judgementOf(row.recorded) : undefined,
    authorised: authorisedOn ? { by: row.authoriser, on: authorisedOn } : undefined,
    returned: returnedOn ? { by: row.returner ?? '', on: returnedOn, reason: row.returnReason ?? '' } : undefined,
  };
}
