import { importCommand } from '../../platform/imports/command.ts';
import { template } from '../../platform/imports/index.ts';
import { compareClosuresFile } from './closures.db.ts';
import { closureColumns, readClosures } from './closures.ts';

export const importClosures = importCommand({
  name: 'closures',
  says: 'takes in a spreadsheet of closed cases and why they closed',
  file: 'FILE.csv',
  about: `
One row for each closing. It closes the case that is open on its day: import referrals and assessments first. A case that
was opened in Throughline is closed there, where a second person agrees.`,
  template: template(closureColumns),
  read: readClosures,
  compare: compareClosuresFile,
});
