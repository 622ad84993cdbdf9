import { sayDay } from '../platform/kernel/index.ts';
import type { TimelineEntry } from '../platform/module.ts';
import type { TimelineYear } from './timeline.ts';

/** What happened, newest first, under its year. */
export function Timeline({ years }: { years: readonly TimelineYear[] }) {
  return (
    <section class="record-part" aria-labelledby="timeline">
      <h2 class="govuk-heading-m" id="timeline">
        Timeline
      </h2>
      {years.length === 0 && <p class="govuk-body">Nothing is recorded yet that you may see.</p>}
      {years.map(({ year, entries }) => (
        <>
          <h3 class="govuk-heading-s" id={`year-${year}`}>
            {year}
          </h3>
          <ol class="timeline">
            {entries.map((entry) => (
              <Happened entry={entry} />
            ))}
          </ol>
        </>
      ))}
    </section>
  );
}

function Happened({ entry: { on, says, detail, path } }: { entry: TimelineEntry }) {
  return (
    <li class="timeline__entry">
      <time class="timeline__day" dateTime={on}>
        {sayDay(on)}
      </time>
      <div class="timeline__what">
        {path ? (
          <a class="govuk-link" href={path}>
            {says}
          </a>
        ) : (
          says
        )}
        {detail && <span class="timeline__detail">{detail}</span>}
      </div>
    </li>
  );
}
