import type { Job } from '../../platform/module.ts';
import { findPartnership } from '../../platform/web/partnership.db.ts';
import { sweep } from './sweep.db.ts';

/** What a worker starts on the page is a row; a sweep that was stopped half way goes on at the next minute. */
export const sweepJob: Job = {
  name: 'matching-sweep',
  says: 'Compares everybody on record with everybody else, where somebody started that',
  when: '* * * * *',
  async run(house) {
    const partnership = await house.as('console', {}, findPartnership);
    await sweep(house, () => partnership?.trialNow ?? new Date());
  },
};
