import { importCommand } from '../../platform/imports/command.ts';
import { template } from '../../platform/imports/index.ts';
import { assessmentColumns, compareAssessmentsFile, readAssessments } from '../../risk/index.ts';
import { openImpliedCases } from './spells.db.ts';

export const importAssessments = importCommand({
  name: 'assessments',
  says: 'takes in a spreadsheet of exploitation risk assessments',
  file: 'FILE.csv',
  about: `
One row for each completed assessment, initial or review. One with a day of authorisation counts; one without waits for
a manager. The first assessment of a child opens their case on its day, where none is open.`,
  template: template(assessmentColumns),
  read: readAssessments,
  async compare(tx, file, importing) {
    const write = await compareAssessmentsFile(tx, file, importing);
    return async () => {
      const { children, made } = await write();
      return { children, made: { ...made, cases: await openImpliedCases(tx, children, importing.now) } };
    };
  },
});
