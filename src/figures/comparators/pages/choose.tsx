import { Button, Checkboxes, Select } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../../platform/kernel/index.ts';
import { DayBox } from '../../../platform/web/day-box.tsx';
import type { Asked, Question } from '../asked.ts';
import type { NeighbourList } from '../comparator.ts';
import { topics } from '../topics.ts';

export type Choices = { lists: readonly NeighbourList[]; published: readonly PlainDate[]; today: PlainDate };

export function ChooseComparison({ asked, choices: { lists, published, today } }: { asked: Asked; choices: Choices }) {
  const day = (name: Question, label: string, value: PlainDate) => (
    <DayBox name={name} label={label} value={asked.written[name] ?? value} error={asked.wrong[name]} />
  );
  const shownUpTo = published.findLast((day) => day <= asked.upTo) ?? asked.upTo;
  return (
    <form method="get" action="/reports/compare" class="compare-choose">
      <Select
        name="topic"
        label="Measure"
        value={asked.topic.id}
        error={asked.wrong.topic}
        items={topics.map(({ id, title }) => ({ value: id, text: title }))}
      />
      {lists.length > 0 && (
        <Checkboxes
          name="list"
          legend="Statistical neighbours"
          small
          error={asked.wrong.list}
          values={asked.chosen.map(({ model }) => model)}
          items={lists.map(({ model, inForceFrom }) => ({
            value: model,
            text: `${model} model, in force from ${sayDay(inForceFrom)}`,
          }))}
        />
      )}
      {day('as-at', 'Our records as at', asked.asAt)}
      {day('before', 'And as at an earlier day', asked.before)}
      {published.length > 0 && (
        <Select
          name="up-to"
          label="Published figures up to"
          value={shownUpTo}
          error={asked.wrong['up-to']}
          items={published.toReversed().map((day) => ({
            value: day,
            text: day > today ? `${sayDay(day)} (after today)` : sayDay(day),
          }))}
        />
      )}
      <Button variant="secondary" type="submit">
        Compare
      </Button>
    </form>
  );
}
