import { SummaryList } from '@throughline/govuk-jsx';
import { fileOf, formatOf, PaperParts } from '../../papers/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { day, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import type { CaseRecord } from '../case-record.ts';
import { findCaseToWorkOn } from '../cases.db.ts';
import { mayOffer } from '../closing.ts';
import { copyFormats, type PlanAction } from '../plan.ts';
import { planPaper } from '../plan-paper.ts';
import { findPlan, listActions, listCopies, type Plan, recordCopies } from '../plans.db.ts';
import { backToCase, onCase } from './on-case.tsx';

/** As the child is handed it; and, not printed, the files of it and that it was given. */
export const planCopy = onCase({
  path: '/cases/:reference/plan/copy',
  may: 'cases.work',
  says: 'Your plan',
  step: 'work',
  readable: true,
  async load(tx, { id }) {
    const copied = await loadCopied(tx, id);
    return copied && { ...copied, copies: await listCopies(tx, id) };
  },
  asks: ({ plan }, { today }) => ({
    givenOn: day({ ask: 'When was it given?', missing: 'Enter the day', notAfter: today, notBefore: plan.writtenOn }),
    format: radios({ ask: 'How?', options: copyFormats, missing: 'Say how it was given' }),
    language: text({ ask: 'In which language?', missing: 'Enter the language', width: 20 }),
  }),
  filled: ({ record }) => ({ language: [record.child.firstLanguage ?? ''] }),
  async submit(tx, { record, plan }, answers, { worker, today, now }) {
    const refused = mayOffer(record.child, record.proposal) ?? dayWithinCase(answers.givenOn, record, today, 'givenOn');
    if (refused) return refused;
    await recordCopies(tx, [{ ...answers, planId: plan.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(
      record,
      'recorded that the child has their copy',
      'It is recorded that the child has their copy.',
    );
  },
  heading: null,
  view: ({ record, plan, actions, copies }, form, world) => {
    const { title, parts } = planPaper({ record, plan, actions }, world);
    return (
      <>
        <article class="child-copy">
          <h1>{title}</h1>
          <PaperParts parts={parts} />
        </article>
        <div class="not-printed">
          <ul class="govuk-list files">
            {Object.entries(formats).map(([ending, says]) => (
              <li>
                <a class="govuk-link" href={`/cases/${record.reference}/plan/copy/${NAME}.${ending}`}>
                  {says}
                </a>
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">Record that it was given</h2>
          {copies.length > 0 && (
            <SummaryList
              rows={copies.map(({ givenOn, version, format, language, by }) => ({
                key: sayDay(givenOn),
                value: `Version ${version}: ${copyFormats[format].toLowerCase()}, in ${language}. ${by}`,
              }))}
            />
          )}
          {form.show({ button: 'Record it' })}
        </div>
      </>
    );
  },
});

type Copied = { plan: Plan; actions: readonly PlanAction[] };

async function loadCopied(tx: Tx, id: CaseRecord['id']): Promise<Copied | undefined> {
  const plan = await findPlan(tx, id);
  return plan && { plan, actions: await listActions(tx, id) };
}

const formats = { pdf: 'PDF, to print or to send', docx: 'Word document, to translate or to set in other letters' };
type Format = keyof typeof formats;
const isFormat = (ending: string | undefined): ending is Format => ending !== undefined && ending in formats;
/** Whoever finds the file on a phone learns nothing from its name. */
const NAME = 'your-plan';

/** The same as a file, to print or to send to a phone where that is safe. */
export const planCopyFile = page({
  path: '/cases/:reference/plan/copy/:file',
  may: 'cases.work',
  about: ({ record }: Copied & { record: CaseRecord; format: Format }) => [record.childId],
  says: ({ record }) => `File of the child’s copy: ${record.reference}`,
  async load(tx, { reference, file }, { worker }) {
    const format = formatOf(file, NAME);
    if (!isFormat(format)) return undefined;
    const record = await findCaseToWorkOn(tx, reference, worker);
    const copied = record && (await loadCopied(tx, record.id));
    return copied && { record, format, ...copied };
  },
  file: ({ format, ...copied }, world) => fileOf(planPaper(copied, world), format, NAME),
  view: () => <></>,
});
