import { Tag, TaskList, WarningText } from '@throughline/govuk-jsx';
import type { ChildNow } from '../../../people/index.ts';
import { londonDay, sayDay } from '../../../platform/kernel/index.ts';
import { suggestionIsOfTheseAnswers } from '../../assessment.ts';
import { draftForRules, everyDomainIsAnswered, gapsIn, type OpenDraft } from '../../draft.ts';
import type { AssessmentInstrument } from '../../instrument.ts';
import type { kindNow } from '../../series.ts';
import { partAddress } from './draft-page.ts';

type Shown = {
  child: ChildNow;
  draft: OpenDraft;
  instrument: AssessmentInstrument;
  now: ReturnType<typeof kindNow>;
};

/** The parts of an assessment, in order, with what each still asks for. */
export function Parts({ child, draft, instrument, now }: Shown) {
  const evidenced = !everyDomainIsAnswered(instrument, draft);
  const stale = suggestionIsOfTheseAnswers(instrument, draftForRules(instrument, draft, now));
  return (
    <>
      <p class="govuk-body">
        {now.kind === 'review' ? 'Review' : 'First assessment'}, begun on {sayDay(londonDay(draft.begunAt))} with{' '}
        {instrument.name}, version {instrument.version}. Only you see it until you complete it.
      </p>
      {now.overtaken && (
        <WarningText>
          Since you began, another assessment of this child was completed or returned. Read it before you go on: yours
          comes after it.
        </WarningText>
      )}
      <h2 class="govuk-heading-m">Evidence</h2>
      <TaskList
        idPrefix="evidence"
        items={instrument.domains.map((domain) => ({
          title: `${domain.code} ${domain.name}`,
          href: partAddress(child, `evidence/${domain.code}`),
          status: (
            <Progress
              saved={draft.domains[domain.code] !== undefined}
              gaps={gapsIn(domain, draft.domains[domain.code]).length}
            />
          ),
        }))}
      />
      <h2 class="govuk-heading-m">The child</h2>
      <TaskList
        idPrefix="child"
        items={[
          {
            title: 'What protects, pushes and pulls',
            href: partAddress(child, 'context'),
            status: <Progress saved={draft.context !== undefined} />,
          },
          {
            title: 'The child’s voice',
            href: partAddress(child, 'voice'),
            status: <Progress saved={draft.voice !== undefined} />,
          },
        ]}
      />
      <h2 class="govuk-heading-m">Judgement</h2>
      <TaskList
        idPrefix="judgement"
        items={[
          {
            title: 'Your own judgement',
            ...(evidenced || draft.own
              ? { href: partAddress(child, 'judgement'), status: <Progress saved={draft.own !== undefined} /> }
              : { status: 'After the evidence', cannotStartYet: true }),
          },
          {
            title: 'What the tool suggests',
            ...(draft.own
              ? {
                  href: partAddress(child, 'suggestion'),
                  status: stale ? (
                    <Tag colour="yellow">Look again</Tag>
                  ) : (
                    <Progress saved={draft.afterwards !== undefined} />
                  ),
                }
              : { status: 'After your judgement', cannotStartYet: true }),
          },
          {
            title: 'Check and complete',
            ...(draft.own
              ? { href: partAddress(child, 'complete'), status: <Tag colour="blue">Not yet</Tag> }
              : { status: 'After your judgement', cannotStartYet: true }),
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={partAddress(child, 'set-aside')}>
          Set this draft aside
        </a>
      </p>
    </>
  );
}

function Progress({ saved, gaps = 0 }: { saved: boolean; gaps?: number }) {
  if (!saved) return <Tag colour="blue">Not begun</Tag>;
  return gaps > 0 ? <Tag colour="yellow">{`${gaps} to finish`}</Tag> : <>Done</>;
}
