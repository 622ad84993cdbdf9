import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../../platform/kernel/index.ts';
import { agreementWords, type ChildVoice } from '../../voice.ts';

type Shown = { voice: ChildVoice; parentView?: string | null | undefined };

/** What the child said, before anything is said about the child. */
export const SayVoice = ({ voice, parentView }: Shown) => (
  <section aria-label="The child’s voice">
    <h2 class="govuk-heading-m">The child’s voice</h2>
    {voice.heard ? (
      <>
        <blockquote class="voice">
          {voice.ownWords}
          {!voice.verbatim && <footer class="voice__whose">As the practitioner understood it</footer>}
        </blockquote>
        <SummaryList rows={heardRows(voice)} />
      </>
    ) : (
      <p class="govuk-body">Not here: {voice.because}</p>
    )}
    {parentView && <SummaryList rows={[{ key: 'A parent or carer says', value: parentView }]} />}
  </section>
);

function heardRows({
  seen,
  whatMatters,
  agreesWithConcerns: agrees,
  seesExploitation: sees,
  preferredName,
  pronouns,
  communicationNeeds,
  sharedBack,
}: Extract<ChildVoice, { heard: true }>) {
  return [
    {
      key: 'Seen',
      value: seen
        ? `${sayDay(seen.on)}, by ${seen.by}, ${seen.alone ? 'alone' : 'with others there'}`
        : 'Heard, not seen',
    },
    whatMatters && { key: 'What matters to the child', value: whatMatters },
    agrees && { key: 'Agrees with the concerns', value: agreementWords[agrees] },
    sees && { key: 'Sees it as exploitation', value: agreementWords[sees] },
    preferredName && { key: 'Name the child goes by', value: preferredName },
    pronouns && { key: 'Pronouns', value: pronouns },
    communicationNeeds && { key: 'What helps the child to be understood', value: communicationNeeds },
    sharedBack && { key: 'How it is shared with the child', value: sharedBack },
  ].map((row) => row || false);
}
