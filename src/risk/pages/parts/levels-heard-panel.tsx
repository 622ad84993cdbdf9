import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../../platform/kernel/index.ts';
import type { Panel } from '../../../platform/module.ts';
import { levelWords, typeWords } from '../../judgement.ts';
import { listLevelsHeard } from '../../levels-heard.db.ts';

/** For the front door: the levels already found, by day. What they rest on stays with those who work with the child. */
export const levelsHeardPanel: Panel = {
  may: 'assessments.hear-level',
  order: 20,
  async ask(tx, child) {
    const heard = await listLevelsHeard(tx, child);
    if (heard.length === 0) return undefined;
    return {
      title: 'Risk found by Evolve',
      body: (
        <>
          <SummaryList
            rows={heard.map(({ completedOn, type, level }) => ({
              key: sayDay(completedOn),
              value: type === 'NO_RISK' ? typeWords[type] : `${levelWords[level]}: ${typeWords[type]}`,
            }))}
          />
          <p class="govuk-body">Ring Evolve for what lies behind it.</p>
        </>
      ),
    };
  },
};
