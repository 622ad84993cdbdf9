import {
  type Checked,
  checkFigures,
  type Finding,
  type Hold,
  isWebPage,
  kinds,
  type LedgerFigure,
  linesOf,
} from '@throughline/check-figures';
import { Details, InsetText } from '@throughline/govuk-jsx';
import { refuse, sayCount } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { listLedgerFigures } from '../ledger-figures.db.ts';

const questions = {
  paper: longText({
    ask: 'The text of the paper',
    hint: 'Copy all of it, tables included, and paste it here. Leave out what names a child.',
    missing: 'Paste the text of a paper',
    atMost: 150_000,
    rows: 14,
  }),
};

/** The text of a paper in, what does not add up out. The text is read, answered and forgotten. */
export const checkFiguresPage = page({
  path: '/check-figures',
  says: 'Check the figures of a paper',
  may: 'figures.check',
  about: nobody,
  load: async (tx): Promise<{ ledger: readonly LedgerFigure[] }> => ({ ledger: await listLedgerFigures(tx) }),
  asks: questions,
  submit: async (_, { ledger }, { paper }) => {
    if (isWebPage(paper))
      return refuse('This is how a web page is written, not what it says: copy it from the browser', 'paper');
    const checked = checkFigures(linesOf(paper), ledger);
    return {
      heading: sayFound(checked),
      tells: (form) => (
        <>
          <Next checked={checked} />
          <Findings findings={checked.findings} />
          <Holds holds={checked.holds} />
          <h2 class="govuk-heading-m">Check it again</h2>
          {form.show({ button: 'Check the figures', secondary: true })}
        </>
      ),
    };
  },
  view: (_, form) => (
    <>
      <p class="govuk-body">
        Finds sums that fail, parts of one whole over 100 %, shares that no whole number gives, one figure with two
        values, and slips in years and in the names of bodies.
      </p>
      <InsetText>The text is not kept. It is not held against any child’s record.</InsetText>
      {form.show({ button: 'Check the figures' })}
    </>
  ),
});

const sayFound = ({ findings }: Checked): string =>
  findings.length === 0 ? 'Nothing found that does not add up' : `${sayCount(findings.length, 'thing')} to look at`;

function Next({ checked }: { checked: Checked }) {
  if (checked.findings.length === 0)
    return (
      <p class="govuk-body">
        {checked.holds.length > 0 && `${sayCount(checked.holds.length, 'statement')} of figures held. `}
        Next: have somebody else read what figures cannot show: the period, the unit, and who is counted.
      </p>
    );
  return (
    <p class="govuk-body">
      Next: look each one up where the figure came from. Put the paper right, or say in a footnote why it is so (more
      than one answer allowed, for one). Then check it again.
    </p>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ol class="figure-findings">
      {findings.map(({ line, quote, kind, arithmetic }) => (
        <li class="figure-findings__one">
          <blockquote class="figure-findings__quote govuk-body">
            <span class="govuk-hint">Line {line}</span>
            {quote}
          </blockquote>
          <div>
            <h2 class="govuk-heading-s">{kinds[kind]}</h2>
            <p class="govuk-body">{arithmetic}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Holds({ holds }: { holds: readonly Hold[] }) {
  if (holds.length === 0) return null;
  return (
    <Details summary={`What holds (${holds.length})`}>
      <ul class="govuk-list">
        {holds.map(({ line, arithmetic }) => (
          <li>
            Line {line}: {arithmetic}
          </li>
        ))}
      </ul>
    </Details>
  );
}
