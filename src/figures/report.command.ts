import { parseArgs } from 'node:util';
import { recordInAudit } from '../platform/audit/audit.db.ts';
import { WrongUse } from '../platform/cli/cli.ts';
import { isRefusal, londonDay } from '../platform/kernel/index.ts';
import type { Command, Module } from '../platform/module.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { countFromConsole, withCounts } from './figures.db.ts';
import { type Counted, countedOver, type Figure, sayValue } from './figures.ts';
import { readPeriod, sayPeriod } from './period.ts';
import { measuresOf, pick, type Report } from './report.ts';

/** A report on the command line: the same figures as the page, counted by the same role. No child is shown. */
export function reportCommand(report: Report, rooms: readonly Module[]): Command {
  return {
    name: `report ${report.id}`,
    says: `prints the ${report.title} for any period`,
    help: `
throughline report ${report.id} --from YYYY-MM-DD --to YYYY-MM-DD [--format text|json]

Counts live, over the whole partnership, and shows no child. The figures are not protected: they may not be published or
passed on from here. Exit 0: printed. Exit 2: the period cannot be read.`,
    async run(args, console) {
      const { values } = parseArgs({
        args,
        options: { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string', default: 'text' } },
      });
      const period = readPeriod(values.from ?? '', values.to ?? '');
      if (isRefusal(period)) throw new WrongUse(`${period.refused}: --from 2023-01-01 --to 2023-12-31.`);
      if (values.format !== 'text' && values.format !== 'json') throw new WrongUse('--format takes text or json.');
      const house = await console.open();
      const partnership = await house.as('console', {}, findPartnership);
      const counted = countedOver(period, londonDay(partnership?.trialNow ?? new Date()));
      const all = measuresOf(rooms);
      const wanted = pick(
        all,
        report.sections.flatMap(({ measures }) => measures),
      );
      const figures = await countFromConsole(house, withCounts(wanted, all), counted);
      await house.as('console', {}, (tx) =>
        recordInAudit(tx, console.actor, {
          kind: 'console',
          act: `report ${report.id}`,
          subject: `${period.from} to ${period.to}`,
        }),
      );
      console.print(
        values.format === 'json'
          ? asJson(report, figures, counted)
          : asText(
              report,
              figures,
              counted,
              all.map(({ id }) => id),
            ),
      );
      return 0;
    },
  };
}

function asJson(report: Report, figures: Figure[], { period, asAt }: Counted): string {
  return JSON.stringify(
    {
      report: report.id,
      title: report.title,
      period,
      asAt,
      published: false,
      figures: figures.map((figure) => ({
        id: figure.measure.id,
        label: figure.measure.label,
        value: figure.value,
        unit: figure.measure.unit,
        definition: figure.measure.definition,
        exclusions: figure.measure.exclusions,
        owner: figure.measure.owner,
        over: figure.measure.over,
        ...(figure.measure.kind !== 'count' && { numerator: figure.numerator, denominator: figure.denominator }),
      })),
    },
    null,
    2,
  );
}

function asText(report: Report, figures: Figure[], { period, asAt }: Counted, order: string[]): string {
  const sorted = figures.toSorted((a, b) => order.indexOf(a.measure.id) - order.indexOf(b.measure.id));
  return [
    `${report.title}: ${sayPeriod(period)}, as at ${asAt}`,
    'Not protected: not to be published or passed on from here.',
    '',
    ...sorted.map(
      (figure) =>
        `${sayValue(figure).padStart(24)}  ${figure.measure.label} (${figure.measure.unit})  ${figure.measure.id}`,
    ),
  ].join('\n');
}
