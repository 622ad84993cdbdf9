import { SummaryList } from '@throughline/govuk-jsx';
import type { Answers, Questions } from '../platform/web/questions.tsx';
import { dangerWords, sayMissingNow } from './danger.ts';
import type { AnsweredSection } from './draft.ts';
import type { ReceivedReferral } from './received.ts';
import { aboutYou, caller, danger, type Section, whoAndWhere } from './sections/index.ts';

/** What saves time where a child is in danger: who is missing, what was done already, whom to ring, whom to look for. */
export function FirstThings({ referral }: { referral: ReceivedReferral }) {
  const { answers, children, referrer } = referral;
  const now = saidIn(danger, answers);
  const { posingRisk, vehicles, phones, places } = saidIn(whoAndWhere, answers);
  const rings = saidIn(aboutYou, answers).telephone ?? saidIn(caller, answers).telephone;
  const known = children.flatMap(({ alsoKnownAs }) => alsoKnownAs ?? []);
  const words = dangerWords(referral);
  const row = (key: string, value: string | null | undefined) => (value ? { key, value } : false);
  return (
    <section aria-label="First things">
      {words.length > 0 && <p class="govuk-body late">The referrer says: {words.join(', ').toLowerCase()}.</p>}
      <SummaryList
        rows={[
          row('Missing now', [sayMissingNow(referral), now.missingSince].filter(Boolean).join(': ')),
          row('Already done', now.doneNow),
          row('Ring the referrer', rings && [referrer.name, rings].filter(Boolean).join(', ')),
          row('Injuries or medical need', now.injuries),
          row('Also known as', known.join('; ')),
          row('Who may pose risk', posingRisk),
          row('Vehicles', vehicles),
          row('Phones and accounts', phones),
          row('Places', places),
        ]}
      />
    </section>
  );
}

/** What was answered in one section; nothing where it was not asked. */
function saidIn<Q extends Questions>(section: Section<Q>, answers: readonly AnsweredSection[]): Partial<Answers<Q>> {
  const found = answers.find(({ key }) => key === section.key)?.answers;
  return typeof found === 'object' && found !== null ? (found as Partial<Answers<Q>>) : {};
}
