import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { loadPictures } from '../../papers/index.ts';
import { isRefusal, type Period, sayDay } from '../../platform/kernel/index.ts';
import type { Module } from '../../platform/module.ts';
import { nobody, type Page, page } from '../../platform/web/page.tsx';
import { countByMonth, countFigures, withCounts } from '../figures.db.ts';
import { countedOver } from '../figures.ts';
import { lastCalendarYear, readPeriod, sayPeriod } from '../period.ts';
import { measuresOf, pick, type Report } from '../report.ts';
import { ChoosePeriod } from './choose-period.tsx';
import { type Counts, SectionView } from './report-section.tsx';

type Subject = Counts & { wrong: string | undefined };

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
            counts={subject}
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
