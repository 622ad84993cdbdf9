import { Pagination } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { addDays, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { type Line, lineOf } from '../caseload.ts';
import { listOpenCases } from '../cases.db.ts';
import { listDirectWorkSince } from '../direct-work.db.ts';
import { listActionsOpenOrDoneSince } from '../plans.db.ts';
import { mapLatestNotes, type ProgressNote } from '../progress.db.ts';
import { byMeetingKey, meetingKey, type Week, weekOf } from '../weekly.ts';
import { DangerCounted, DangerSaid, Dues, LevelNow } from './parts.tsx';

const paged = pagedBy({ danger: part.whole, rank: part.whole, reference: part.word }, 100);

export const weeklyProgress = page({
  path: '/progress',
  may: 'cases.caseload',
  async load(tx, _, { worker, today }, query) {
    const open = await listOpenCases(tx, { teams: worker.teams });
    const all = open.map((record) => lineOf(record, today));
    const { shown: lines, next } = paged.take(query, all, meetingKey, byMeetingKey);
    const ids = lines.map(({ record }) => record.id);
    const since = addDays(today, -6);
    const work = Map.groupBy(await listDirectWorkSince(tx, ids, since), ({ caseId }) => caseId);
    const actions = Map.groupBy(await listActionsOpenOrDoneSince(tx, ids, since), ({ caseId }) => caseId);
    const notes = await mapLatestNotes(tx, ids);
    const rows = lines.map((line) => {
      const { id } = line.record;
      const week = weekOf(line, { work: work.get(id) ?? [], actions: actions.get(id) ?? [] }, today);
      return { line, week, note: notes.get(id) };
    });
    return { rows, all: all.length, dangers: open.map(({ danger }) => danger), next };
  },
  says: 'Weekly progress',
  about: ({ rows }) => rows.map(({ line }) => line.record.childId),
  view: ({ rows, all, dangers, next }, _, { today, may }) => (
    <>
      <p class="govuk-body">
        Every open case of your team that you may see ({all}), for the meeting of the week of {sayDay(today)}. First
        those in danger or RED, then those not assessed yet, then from high to no risk identified.
      </p>
      <DangerCounted all={dangers} />
      {rows.length === 0 && <p class="govuk-body">Your team has no open case, so there is nothing to go through.</p>}
      {rows.map(({ line, week, note }) => (
        <OneChild line={line} week={week} note={note} today={today} mayNote={may('cases.work')} />
      ))}
      {next && <Pagination next={{ href: next }} />}
    </>
  ),
});

type Row = { line: Line; week: Week; note: ProgressNote | undefined; today: PlainDate; mayNote: boolean };
function OneChild({ line: { record, dues }, week, note, today, mayNote }: Row) {
  return (
    <section class="weekly" id={record.reference}>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={`/cases/${record.reference}`}>
          {sayName(record.child)}
        </a>
        , {sayAge(record.child, today)}
      </h2>
      <DangerSaid danger={record.danger} />
      <p class="govuk-body">
        <LevelNow record={record} />
        {record.allocation ? `. Held by ${record.allocation.workerName}.` : '. Not allocated yet.'}
      </p>
      <div class="weekly__columns">
        <List title="Done in the last seven days" lines={week.done} none="Nothing recorded" />
        <List title="Actions due this week or late" lines={week.due} none="None" />
        <div>
          <h3 class="govuk-heading-s">Due</h3>
          <Dues dues={dues} today={today} />
        </div>
      </div>
      <p class="govuk-body">
        {note ? (
          <>
            <strong>{sayDay(note.on)}</strong>, {note.by}: {note.words}{' '}
          </>
        ) : (
          'No progress note yet. '
        )}
        {mayNote && (
          <a class="govuk-link not-printed" href={`/cases/${record.reference}/progress`}>
            Write this week’s note<span class="govuk-visually-hidden"> about {sayName(record.child)}</span>
          </a>
        )}
      </p>
    </section>
  );
}

function List({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <div>
      <h3 class="govuk-heading-s">{title}</h3>
      {lines.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
