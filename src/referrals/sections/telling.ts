import { onlyIf, orNoInformation } from '../../platform/web/asked-within.tsx';
import { longText, radios, yesNo } from '../../platform/web/questions.tsx';
import { reasonsWithoutAgreement } from '../agreement.ts';
import { section } from './section.ts';

const agreed = { yes: 'Yes', no: 'No', not_asked: 'Not asked' };

export const telling = section({
  key: 'telling',
  title: 'Telling the family, and agreement',
  headings: { told: 'The family', childKnows: 'The child' },
  asks: () => ({
    told: yesNo({
      ask: 'Has somebody with parental responsibility been told of this referral?',
      hint: 'Do not tell them if it would put the child at more risk.',
      missing: 'Say whether somebody with parental responsibility has been told',
    }),
    whoWasTold: onlyIf(
      ['told', 'yes'],
      longText({
        ask: 'If told: who, when, and what did they say?',
        rows: 3,
        missing: 'Say who was told, when, and what they said',
      }),
    ),
    whyNotTold: onlyIf(
      ['told', 'no'],
      longText({ ask: 'If not told: why not?', rows: 3, missing: 'Say why the family has not been told' }),
    ),
    agreesToReferral: radios({
      ask: 'Do they agree to this referral?',
      hint: 'A referral does not depend on it.',
      options: agreed,
      missing: 'Say whether they agree to this referral',
    }),
    reasonWithout: onlyIf(
      ['agreesToReferral', 'no', 'not_asked'],
      radios({
        ask: 'If they do not agree, or were not asked: why go on without?',
        options: reasonsWithoutAgreement,
        missing: 'Choose why the referral goes on without agreement',
      }),
    ),
    agreesToSharing: radios({
      ask: 'Do they agree to agencies sharing information?',
      options: agreed,
      missing: 'Say whether they agree to agencies sharing information',
    }),
    sharing: onlyIf(
      ['agreesToSharing', 'yes'],
      longText({
        ask: 'If they agree to sharing: who agreed, when, how, and to what?',
        rows: 3,
        missing: 'Say who agreed to sharing, when, how, and to what',
      }),
    ),
    childKnows: yesNo({
      ask: 'Does the child know of this referral?',
      missing: 'Say whether the child knows of this referral',
    }),
    childAgrees: radios({
      ask: 'Does the child agree?',
      options: agreed,
      missing: 'Say whether the child agrees',
    }),
    childSays: orNoInformation(
      'what the child says',
      longText({ ask: 'What does the child say, think and want?', hint: 'In their own words where you can' }),
    ),
  }),
});
