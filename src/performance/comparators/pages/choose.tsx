import { type PlainDate, sayDay } from '../../../platform/kernel/index.ts';
import { Button, Checkboxes, Select } from '../../../platform/web/govuk/index.ts';
import type { Asked } from '../asked.ts';
import type { NeighbourList } from '../comparator.ts';
import { topics } from '../topics.ts';

export type Choices = { lists: readonly NeighbourList[]; published: readonly PlainDate[]; today: PlainDate };

export function ChooseComparison({ asked, choices: { lists, published, today } }: { asked: Asked; choices: Choices }) {
  const shownUpTo = published.findLast((day) => day <= asked.upTo) ?? asked.upTo;
  return (
    <form method="get" action="/reports/compare" class="compare-choose">
      <Select
        name="topic"
        label="Measure"
        value={asked.topic.id}
        items={topics.map(({ id, title }) => ({ value: id, text: title }))}
      />
      {lists.length > 0 && (
        <Checkboxes
          name="list"
          legend="Statistical neighbours"
          small
          values={asked.chosen.map(({ model }) => model)}
          items={lists.map(({ model, inForceFrom }) => ({
            value: model,
            text: `${model} model, in force from ${sayDay(inForceFrom)}`,
          }))}
        />
      )}
      <Day name="as-at" label="Our records as at" value={asked.asAt} />
      <Day name="before" label="And as at an earlier day" value={asked.before} />
      {published.length > 0 && (
        <Select
          name="up-to"
          label="Published figures up to"
          value={shownUpTo}
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

function Day({ name, label, value }: { name: string; label: string; value: PlainDate }) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <input class="govuk-input govuk-input--width-10" type="date" id={name} name={name} value={value} />
    </div>
  );
}
