import { nothingMore, orNoInformation } from '../../platform/web/asked-within.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { section } from './section.ts';

export const context = section({
  key: 'context',
  title: 'What helps, and who helps',
  asks: () => ({
    strengths: orNoInformation('the strengths', longText({ ask: 'Strengths of the child and family', rows: 3 })),
    working: orNoInformation('what is working well', longText({ ask: 'What is working well?', rows: 3 })),
    earlierHelp: orNoInformation(
      'the help given before',
      longText({ ask: 'What help has been tried, and what came of it?', rows: 3 }),
    ),
    otherAgencies: orNoInformation(
      'the other agencies',
      longText({ ask: 'Which other agencies and workers know the family?', rows: 3 }),
    ),
    workerSafety: orNoInformation(
      'anything visitors must know to be safe',
      longText({ ask: 'What must somebody who visits know to be safe?', rows: 3 }),
    ),
    ...nothingMore,
  }),
});
