import { ButtonLink } from '@throughline/govuk-jsx';
import { type CaseStep, caseState, mayStep } from '../case.ts';
import { type CaseRecord, factsOf } from '../case-record.ts';

/** What may be done on a case, each by whoever may, in the states in which it may be. */
const steps: readonly { says: string; again?: string; to: string; may: string; step: CaseStep }[] = [
  { says: 'Record direct work', to: 'direct-work', may: 'cases.work', step: 'work' },
  { says: 'Write this week’s note', to: 'progress', may: 'cases.work', step: 'work' },
  { says: 'Write the safety plan', again: 'Write the plan anew', to: 'plan', may: 'cases.work', step: 'work' },
  { says: 'Record a contribution', to: 'contribution', may: 'cases.work', step: 'work' },
  { says: 'Record agreement to engage', to: 'engagement', may: 'cases.work', step: 'work' },
  { says: 'Allocate', to: 'allocate', may: 'cases.allocate', step: 'allocate' },
  { says: 'Record the feedback session', to: 'feedback', may: 'cases.work', step: 'offer_feedback' },
  { says: 'Propose to close', to: 'close', may: 'cases.work', step: 'propose_closing' },
];

export function CaseSteps({ record, may }: { record: CaseRecord; may: (permission: string) => boolean }) {
  const state = caseState(factsOf(record));
  const open = steps.filter(({ may: permission, step }) => may(permission) && mayStep(state, step));
  return (
    <div class="govuk-button-group not-printed">
      {open.map(({ says, again, to }, place) => (
        <ButtonLink href={`/cases/${record.reference}/${to}`} variant={place === 0 ? undefined : 'secondary'}>
          {record.plan ? (again ?? says) : says}
        </ButtonLink>
      ))}
      {may('cases.close') && mayStep(state, 'decide_closing') && (
        <ButtonLink href={`/closures/${record.reference}`} variant="secondary">
          Decide about closing
        </ButtonLink>
      )}
    </div>
  );
}
