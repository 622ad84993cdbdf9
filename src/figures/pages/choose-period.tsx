import { Button } from '@throughline/govuk-jsx';
import type { Period } from '../../platform/kernel/index.ts';
import { DayBox } from '../../platform/web/day-box.tsx';
import { usualPeriods } from '../period.ts';

/** Any first and last day; the periods that are usual in one press. */
export function ChoosePeriod({ path, period, today }: { path: string; period: Period; today: Period['to'] }) {
  return (
    <form method="get" action={path} class="choose-period">
      <DayBox name="from" label="First day" value={period.from} required />
      <DayBox name="to" label="Last day" value={period.to} required />
      <Button variant="secondary">Count this period</Button>
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
