import { WarningText } from '@throughline/govuk-jsx';
import type { Pictures } from '../../papers/index.ts';
import { isRefusal, type Refusal } from '../../platform/kernel/index.ts';
import type { Form } from '../../platform/web/form.tsx';
import type { Raw } from '../../platform/web/questions.tsx';
import type { Prepared } from '../checking.ts';
import type { Offered } from '../offered.ts';
import { addressOf, type ReadComposition, type Wrong } from '../reading-composition.ts';
import type { Release } from '../release.ts';
import { sections } from '../sections.ts';
import { wholeRows } from '../whole-rows.ts';
import { ChooseTables } from './choose-tables.tsx';
import { type ReportQuestions, saidInSections, saidOver } from './report-words.ts';
import { SafeVersion, WORDS } from './safe-version.tsx';

export type Composed = {
  composition: ReadComposition;
  /** Not there where nothing can be counted as asked, or it is about to be frozen and is counted then. */
  prepared: Prepared | Refusal | undefined;
  correctable: Release[];
  offered: Offered;
  typed: Raw;
  pictures: Pictures;
};

/** What is chosen, the safe version of it, and its words: one form, so that what is typed below stays while one chooses. */
type Props = { composed: Composed; form: Form<ReportQuestions> };
export function ComposeForm({ composed, form }: Props) {
  const { composition, prepared, correctable, offered, typed, pictures } = composed;
  const wrong: Wrong = { ...composition.wrong, ...form.errors };
  const chosen = (name: string) => typed[name]?.[0] ?? '';
  const choosing = {
    count: chosen('count'),
    by: chosen('by'),
    and: chosen('and'),
    only: chosen('only'),
    as: chosen('as'),
  };
  return form.show({
    button: 'Freeze and check',
    to: '/releases/compose',
    children: (
      <>
        <input type="hidden" name="shown" value={composition.stopped ? '' : addressOf(composition)} />
        <ChooseTables
          composition={composition}
          offered={offered}
          wrong={wrong}
          chosen={composition.added ? { count: '', by: '', and: '', only: '', as: '' } : choosing}
        />
        {prepared && isRefusal(prepared) && <WarningText>{prepared.refused}</WarningText>}
        {prepared && !isRefusal(prepared) && (
          <SafeVersion
            composition={composition}
            prepared={prepared}
            said={saidOver(typed)}
            inSections={saidInSections(typed)}
            whole={wholeRows(prepared.publication, composition.profile)}
            pictures={pictures}
          />
        )}
        {!prepared && <p class="govuk-body">The safe version is shown once what is marked above is put right.</p>}
        <Words form={form} sectioned={composition.sectioned ?? false} mayCorrect={correctable.length > 0} />
      </>
    ),
  });
}

type WordsProps = { form: Form<ReportQuestions>; sectioned: boolean; mayCorrect: boolean };
function Words({ form, sectioned, mayCorrect }: WordsProps) {
  return (
    <div class="not-printed">
      <h2 class="govuk-heading-m" id={WORDS}>
        Title and words
      </h2>
      {form.askAll(['title', 'summary'])}
      {sectioned && form.askAll(sections.map(({ id }) => id))}
      {mayCorrect && form.askAll(['corrects', 'whatChanged'])}
      <p class="govuk-body">
        The figures are counted once more, frozen, and attacked together with everything released before. That may take
        up to a minute: press once, and wait for the page to change. Then a second person approves; until then nobody
        outside sees them.
      </p>
    </div>
  );
}
