import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import type { Panel } from '../../platform/module.ts';
import { planStandingOf, worksOn } from '../case-record.ts';
import { lineOf } from '../caseload.ts';
import { listCasesOf } from '../cases.db.ts';
import { closingReasons } from '../closing.ts';
import { CaseSteps } from './case-steps.tsx';
import { Dues } from './parts.tsx';
import { sayStanding } from './plan-parts.tsx';

/** Evolve's part of a child's page: the latest spell, and what may be done next. */
export const evolvePanel: Panel = {
  may: 'cases.see',
  order: 30,
  async ask(tx, child, { today, may, worker }) {
    const [record, ...earlier] = await listCasesOf(tx, child);
    if (!record) return undefined;
    const { closure } = record;
    const knowsLevels = may('assessments.see');
    const body = (
      <>
        <SummaryList
          rows={[
            {
              key: 'Case',
              value: (
                <a class="govuk-link" href={`/cases/${record.reference}`}>
                  {record.reference}
                  {closure ? ', closed' : ', open'}
                </a>
              ),
            },
            closure
              ? { key: 'Closed', value: `${sayDay(closure.closedOn)}: ${closingReasons[closure.reason]}` }
              : { key: 'Held by', value: record.allocation?.workerName ?? 'Nobody yet' },
            closure?.riskHeldBy && { key: 'Risk held by', value: closure.riskHeldBy },
            knowsLevels && !closure && { key: 'Safety plan', value: sayStanding(planStandingOf(record), today) },
            knowsLevels && !closure && { key: 'Due', value: <Dues dues={lineOf(record, today).dues} today={today} /> },
            earlier.length > 0 && {
              key: 'Before',
              value: earlier.map(({ reference, openedOn }) => `${reference}, opened ${sayDay(openedOn)}`).join('; '),
            },
          ]}
        />
        {!closure && worksOn(record, worker) && <CaseSteps record={record} may={may} />}
      </>
    );
    return { title: record.teamName, body };
  },
};
