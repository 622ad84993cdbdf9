import { SummaryList } from '@throughline/govuk-jsx';
import { findId, isRefusal, sayMoment } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import { answer, sayAnswerDue } from '../request.ts';
import { childrenAskedAbout, findMyRequest, recordAnswers } from '../requests.db.ts';

/** One request to the reader's agency, and its one answer. */
export const answerRequest = page({
  path: '/requests/:id',
  says: 'Answer the MASH',
  may: 'referrals.answer',
  async load(tx, { id: text }) {
    const id = findId<'request'>(text);
    const request = id && (await findMyRequest(tx, id));
    return request && { request, children: await childrenAskedAbout(tx, [request.id]) };
  },
  about: ({ children }) => children,
  asks: {
    holds: radios({
      ask: 'Does your agency hold information about this child?',
      options: { yes: 'Yes', no: 'No: that is an answer' },
      missing: 'Say whether your agency holds information',
    }),
    words: longText({
      ask: 'What do you hold?',
      hint: 'What is relevant and lawful to share. Leave it empty if you hold nothing.',
      atMost: 4000,
    }),
  },
  async submit(tx, { request }, { holds, words }, { worker, now }) {
    const answered = answer({ holdsInformation: holds === 'yes', words });
    if (isRefusal(answered)) return answered;
    await recordAnswers(tx, [{ ...answered, requestId: request.id, by: worker.id, at: now }]);
    return { goTo: '/requests', did: 'answered a request', says: 'Answered. The MASH can read it.' };
  },
  back: { to: '/requests', says: 'What your agency is asked' },
  heading: 'Answer the Multi-Agency Safeguarding Hub (MASH)',
  view: ({ request }, form, { now }) => (
    <>
      <SummaryList
        rows={[
          { key: 'About', value: request.childNamed },
          { key: 'Asked', value: request.asks },
          { key: 'By', value: `${request.requestedBy}, ${sayMoment(request.requestedAt)}` },
          { key: 'Answer by', value: `${sayMoment(request.dueAt)}: ${sayAnswerDue(request, now)}` },
        ]}
      />
      {request.answer ? (
        <>
          <h2 class="govuk-heading-m">Answered</h2>
          <p class="govuk-body told">
            {request.answer.holdsInformation ? request.answer.words : `Holds no information. ${request.answer.words}`}
          </p>
          <p class="govuk-hint">
            {request.answer.by}, {sayMoment(request.answer.at)}
          </p>
        </>
      ) : (
        form.show({ button: 'Answer' })
      )}
    </>
  ),
});
