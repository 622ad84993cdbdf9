import { Details, Table } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import type { Pictures } from '../../papers/index.ts';
import type { Measure } from '../../platform/module.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { type Counted, type Figure, isCount, sayValue } from '../figures.ts';
import { figureAddress, pick, type Report, type Section } from '../report.ts';
import { LevelChange } from './level-change.tsx';

/** What was counted for a report, over what, and what draws it. */
export type Counts = {
  counted: Counted;
  figures: Map<string, Figure>;
  months: Map<string, Record<string, number>>;
  pictures: Pictures;
};

type SectionProps = { report: Report; section: Section; counts: Counts; measures: Measure[]; all: Measure[] };

/** One section of a report: its figures in a table, and their picture beside it. */
export function SectionView({ report, section, counts, measures, all }: SectionProps) {
  const figures = measures.flatMap(({ id }) => counts.figures.get(id) ?? []);
  return (
    <section class="report-section" id={section.id}>
      <h2 class="govuk-heading-m">{section.title}</h2>
      <p class="govuk-body">{section.says}</p>
      {section.id === 'level-change' ? (
        <LevelChange report={report} figures={figures} counted={counts.counted} />
      ) : (
        <div class="report-section__inside">
          <FigureTable report={report} section={section} figures={figures} counted={counts.counted} />
          <Picture section={section} counts={counts} all={all} />
        </div>
      )}
      {section.sum && <Sum figures={counts.figures} whole={section.sum.whole} parts={section.sum.parts} />}
    </section>
  );
}

function FigureTable({
  report,
  section,
  figures,
  counted,
}: {
  report: Report;
  section: Section;
  figures: Figure[];
  counted: Counted;
}) {
  return (
    <Wide says={section.title}>
      <Table
        caption={<span class="govuk-visually-hidden">{section.title}</span>}
        firstCellIsHeader
        head={['Figure', 'Unit', { text: 'Count', format: 'numeric' }]}
        rows={figures.map((figure) => [
          <a class="govuk-link" href={figureAddress(report, figure.measure.id, counted)}>
            {figure.measure.label}
          </a>,
          figure.measure.unit,
          { text: sayValue(figure), format: 'numeric' },
        ])}
      />
    </Wide>
  );
}

type PictureProps = { section: Section; counts: Counts; all: Measure[] };
function Picture({ section, counts, all }: PictureProps): VNode | null {
  const { picture } = section;
  if (!picture) return null;
  const measures = pick(all, picture.of).filter(isCount);
  const bars = measures.map(({ id, label }) => ({ label, value: counts.figures.get(id)?.value ?? 0 }));
  const points = [...counts.months].flatMap(([month, counts]) =>
    measures.map(({ id, label }) => ({ month, label, value: counts[id] ?? 0 })),
  );
  const { barsSvg, monthsSvg } = counts.pictures;
  const svg = picture.kind === 'bars' ? barsSvg(bars, picture.caption) : monthsSvg(points, picture.caption);
  return (
    <figure class="report-picture">
      <figcaption class="govuk-body-s">{picture.caption}</figcaption>
      {/* Drawn by our own code from numbers and declared labels alone. */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      {picture.kind === 'months' && <MonthTable points={points} caption={picture.caption} />}
    </figure>
  );
}

function MonthTable({ points, caption }: { points: { month: string; value: number }[]; caption: string }) {
  return (
    <Details summary="The picture as a table">
      <Table
        caption={<span class="govuk-visually-hidden">{caption}</span>}
        firstCellIsHeader
        rows={points.map(({ month, value }) => [month, { text: String(value), format: 'numeric' }])}
      />
    </Details>
  );
}

function Sum({ figures, whole, parts }: { figures: Map<string, Figure>; whole: string; parts: readonly string[] }) {
  const value = (id: string) => figures.get(id)?.value ?? 0;
  const total = parts.reduce((sum, id) => sum + value(id), 0);
  return (
    <p class="govuk-body-s">
      {parts.map(value).join(' + ')} = {total}
      {total === value(whole)
        ? ', which is the whole.'
        : `, but the whole is ${value(whole)}: tell whoever keeps the figures.`}
    </p>
  );
}
