import { InsetText, WarningText } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { loadPictures, type Pictures } from '../../papers/index.ts';
import { isRefusal, type Period, sayDay } from '../../platform/kernel/index.ts';
import type { Measure, Module } from '../../platform/module.ts';
import { nobody, type Page, page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { countByMonth, countFigures, withCounts } from '../figures.db.ts';
import { type Counted, countedOver, type Figure, isCount, sayValue } from '../figures.ts';
import { lastCalendarYear, readPeriod, sayPeriod, usualPeriods } from '../period.ts';
import { figureAddress, measuresOf, pick, type Report, type Section } from '../report.ts';
import { LevelChange } from './level-change.tsx';

type Months = Map<string, Record<string, number>>;
type Subject = {
  counted: Counted;
  figures: Map<string, Figure>;
  months: Months;
  wrong: string | undefined;
  pictures: Pictures;
};

/** A report for any period: live, uncached, the same totals for every reader. Each figure opens to what it means. */
export function reportPage(report: Report, rooms: readonly Module[]): Page {
  const all = measuresOf(rooms);
  const shown = withCounts(
    pick(
      all,
      report.sections.flatMap(({ measures }) => measures),
    ),
    all,
  );
  const monthly = pick(
    all,
    report.sections.flatMap(({ picture }) => (picture?.kind === 'months' ? picture.of : [])),
  );
  return page({
    path: `/reports/${report.id}`,
    says: report.title,
    may: 'figures.see',
    about: nobody,
    async load(tx, _, world, query): Promise<Subject> {
      const asked = query.has('from')
        ? readPeriod(query.get('from') ?? '', query.get('to') ?? '')
        : lastCalendarYear(world.today);
      const period = isRefusal(asked) ? lastCalendarYear(world.today) : asked;
      const counted = countedOver(period, world.today);
      const figures = await countFigures(tx, shown, counted);
      const months = await countByMonth(tx, monthly, counted);
      return {
        counted,
        figures: new Map(figures.map((figure) => [figure.measure.id, figure])),
        months,
        wrong: isRefusal(asked) ? asked.refused : undefined,
        // Drawing weighs a quarter of the program's start and memory: it is fetched when somebody reads a report.
        pictures: await loadPictures(),
      };
    },
    view: (subject, _, world) => (
      <>
        <p class="govuk-body-l">
          {sayPeriod(subject.counted.period)}, as at {sayDay(subject.counted.asAt)}
        </p>
        <WarningText>
          These figures are not protected and must not be published or passed on from here: small counts can point at a
          child. What may leave the building is composed as a release.
        </WarningText>
        <p class="govuk-body not-printed">
          {world.may('figures.release') ? (
            <a class="govuk-link" href={composed(subject.counted.period)}>
              Compose a release of this period
            </a>
          ) : (
            <a class="govuk-link" href="/releases">
              What is released
            </a>
          )}
        </p>
        {subject.counted.period.to > world.today && (
          <InsetText>This period is not over: it is counted up to {sayDay(world.today)}.</InsetText>
        )}
        {subject.wrong && <InsetText>{`${subject.wrong}. The last calendar year is shown instead.`}</InsetText>}
        <ChoosePeriod path={`/reports/${report.id}`} period={subject.counted.period} today={world.today} />
        {report.sections.map((section) => (
          <SectionView
            report={report}
            section={section}
            subject={subject}
            measures={pick(all, section.measures)}
            all={all}
          />
        ))}
      </>
    ),
  });
}

/** The tables of the report for the same days, in the version made for the public. */
const composed = ({ from, to }: Period): string =>
  `/releases/compose?${new URLSearchParams({ from, to, profile: 'public' })}`;

function ChoosePeriod({ path, period, today }: { path: string; period: Period; today: Period['to'] }) {
  return (
    <form method="get" action={path} class="choose-period">
      <div class="govuk-form-group">
        <label class="govuk-label" for="from">
          First day
        </label>
        <input
          class="govuk-input govuk-input--width-10"
          type="date"
          id="from"
          name="from"
          value={period.from}
          required
        />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="to">
          Last day
        </label>
        <input class="govuk-input govuk-input--width-10" type="date" id="to" name="to" value={period.to} required />
      </div>
      <button class="govuk-button govuk-button--secondary" type="submit">
        Count this period
      </button>
      <ul class="govuk-list choose-period__usual">
        {usualPeriods(today).map((usual) => (
          <li>
            <a class="govuk-link" href={`${path}?from=${usual.period.from}&to=${usual.period.to}`}>
              {usual.says}
            </a>
          </li>
        ))}
      </ul>
    </form>
  );
}

type SectionProps = { report: Report; section: Section; subject: Subject; measures: Measure[]; all: Measure[] };

function SectionView({ report, section, subject, measures, all }: SectionProps) {
  const figures = measures.flatMap(({ id }) => subject.figures.get(id) ?? []);
  return (
    <section class="report-section" id={section.id}>
      <h2 class="govuk-heading-m">{section.title}</h2>
      <p class="govuk-body">{section.says}</p>
      {section.id === 'level-change' ? (
        <LevelChange report={report} figures={figures} counted={subject.counted} />
      ) : (
        <div class="report-section__inside">
          <FigureTable report={report} section={section} figures={figures} counted={subject.counted} />
          <Picture section={section} subject={subject} all={all} />
        </div>
      )}
      {section.sum && <Sum figures={subject.figures} whole={section.sum.whole} parts={section.sum.parts} />}
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
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">{section.title}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Figure
            </th>
            <th scope="col" class="govuk-table__header">
              Unit
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              Count
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {figures.map((figure) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={figureAddress(report, figure.measure.id, counted)}>
                  {figure.measure.label}
                </a>
              </th>
              <td class="govuk-table__cell">{figure.measure.unit}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">{sayValue(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Picture({ section, subject, all }: { section: Section; subject: Subject; all: Measure[] }): VNode | null {
  const { picture } = section;
  if (!picture) return null;
  const measures = pick(all, picture.of).filter(isCount);
  const bars = measures.map(({ id, label }) => ({ label, value: subject.figures.get(id)?.value ?? 0 }));
  const points = [...subject.months].flatMap(([month, counts]) =>
    measures.map(({ id, label }) => ({ month, label, value: counts[id] ?? 0 })),
  );
  const { barsSvg, monthsSvg } = subject.pictures;
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
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">The picture as a table</span>
      </summary>
      <div class="govuk-details__text">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
          <tbody class="govuk-table__body">
            {points.map(({ month, value }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {month}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
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
