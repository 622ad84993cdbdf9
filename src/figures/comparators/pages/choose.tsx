import { Button, Checkboxes, Select } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../../platform/kernel/index.ts';
import type { Asked, Question } from '../asked.ts';
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
      <Day name="as-at" label="Our records as at" value={asked.asAt} asked={asked} />
      <Day name="before" label="And as at an earlier day" value={asked.before} asked={asked} />
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

/** What is wrong is said beside the day, and the day stays as it was written. */
function Day({ name, label, value, asked }: { name: Question; label: string; value: PlainDate; asked: Asked }) {
  const error = asked.wrong[name];
  const shown = asked.written[name] ?? value;
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {error && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input
        class={error ? 'govuk-input govuk-input--width-10 govuk-input--error' : 'govuk-input govuk-input--width-10'}
        type="date"
        id={name}
        name={name}
        value={shown}
        aria-describedby={error && `${name}-error`}
      />
    </div>
  );
}
