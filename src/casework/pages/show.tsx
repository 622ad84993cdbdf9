import { SummaryList } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { listAllocations } from '../allocations.db.ts';
import { caseState, caseStates, engagements, sayLawfulBasis } from '../case.ts';
import { factsOf, planStandingOf, worksOn } from '../case-record.ts';
import { lineOf } from '../caseload.ts';
import { findCase } from '../cases.db.ts';
import { listFeedback, listProposals } from '../closings.db.ts';
import { listContributions, listDirectWork } from '../direct-work.db.ts';
import { listEngagements } from '../opening.db.ts';
import { listActions, listCopies, listPlans } from '../plans.db.ts';
import { listNotes } from '../progress.db.ts';
import { CaseSteps } from './case-steps.tsx';
import { Work } from './case-work.tsx';
import { Closing, HeldBy } from './held-and-closed.tsx';
import { Dues, LevelNow } from './parts.tsx';
import { PlanInForce } from './plan-in-force.tsx';
import { sayStanding } from './plan-parts.tsx';

const pagedWork = pagedBy({ on: part.day, id: part.id }, 20);

/** Everything about one case. What a reader's role does not open is neither asked for nor hinted at. */
export const showCase = page({
  path: '/cases/:reference',
  may: 'cases.see',
  async load(tx, { reference }, world, query) {
    const record = await findCase(tx, reference);
    if (!record) return undefined;
    const { id } = record;
    const read = world.may('cases.read') && {
      work: await pagedWork.ask(
        query,
        (before, atMost) => listDirectWork(tx, id, { before, atMost }),
        (one) => ({ on: one.on, id: one.id }),
      ),
      contributions: await listContributions(tx, id),
      notes: await listNotes(tx, id, 5),
      feedback: await listFeedback(tx, id),
      proposals: await listProposals(tx, id),
    };
    return {
      record,
      plans: await listPlans(tx, id),
      actions: await listActions(tx, id),
      copies: await listCopies(tx, id),
      allocations: await listAllocations(tx, id),
      engagement: (await listEngagements(tx, id))[0],
      read: read || undefined,
    };
  },
  says: ({ record }) => `Case ${record.reference}`,
  about: ({ record }) => [record.childId],
  caption: ({ record }) => `${record.teamName} case ${record.reference}`,
  heading: ({ record: { child } }, { today }) => (
    <>
      <a class="govuk-link" href={`/children/${child.reference}`}>
        {sayName(child)}
      </a>
      , {sayAge(child, today)}
    </>
  ),
  view: ({ record, read, engagement, ...rest }, _, { today, may, worker }) => {
    const knowsLevels = may('assessments.see');
    const isWorking = worksOn(record, worker) && !record.closure;
    const state = knowsLevels ? caseStates[caseState(factsOf(record))].says : record.closure ? 'Closed' : 'Open';
    return (
      <>
        <SummaryList
          rows={[
            { key: 'Case', value: state },
            knowsLevels && {
              key: 'Level and type',
              value: <LevelNow record={record} />,
              actions:
                isWorking && may('assessments.make')
                  ? [{ text: 'Assess the risk', href: `/children/${record.child.reference}/assess` }]
                  : undefined,
            },
            { key: 'Held by', value: record.allocation?.workerName ?? 'Nobody yet' },
            knowsLevels &&
              !record.closure && { key: 'Due', value: <Dues dues={lineOf(record, today).dues} today={today} /> },
            knowsLevels && { key: 'Safety plan', value: sayStanding(planStandingOf(record), today) },
            { key: 'Opened', value: sayDay(record.openedOn) },
            { key: 'Lawful basis', value: sayLawfulBasis(record.lawfulBasis) },
            {
              key: 'Agreement to engage',
              value: engagement ? `${engagements[engagement.standing]} (${sayDay(engagement.on)})` : 'Not recorded yet',
            },
            record.previousReference && {
              key: 'With Evolve before',
              value: (
                <a class="govuk-link" href={`/cases/${record.previousReference}`}>
                  {record.previousReference}
                </a>
              ),
            },
          ]}
        />
        {isWorking && <CaseSteps record={record} may={may} />}
        <PlanInForce record={record} {...rest} today={today} mayWork={isWorking && may('cases.work')} />
        {read && <Work {...read} />}
        <HeldBy allocations={rest.allocations} />
        <Closing record={record} proposals={read?.proposals ?? []} feedback={read?.feedback ?? []} />
      </>
    );
  },
});
