import { InsetText } from '@throughline/govuk-jsx';
import type { Tx } from '../../platform/db/index.ts';
import type { Module, Shown, TimelineEntry } from '../../platform/module.ts';
import { page } from '../../platform/web/page.tsx';
import { askPanels } from '../../platform/web/panels.ts';
import type { ChildId, World } from '../../platform/web/world.ts';
import { sayAged, sayName } from '../child.ts';
import { type ChildRecord, findChildRecord } from '../child-record.db.ts';
import { isInForce, statusKinds } from '../status.ts';
import { byYear, type TimelineYear } from '../timeline.ts';
import { Timeline } from '../timeline-list.tsx';
import { Statuses, Who } from '../who.tsx';

type Section = Shown & { id: string };

/** One child's record on one page: who they are, what each room knows now, and what happened. */
export function childPage(rooms: readonly Module[]) {
  return page({
    path: '/children/:reference',
    may: 'people.see-child',
    async load(tx, { reference }, world) {
      const record = await findChildRecord(tx, reference, world.today);
      if (!record) return undefined;
      const panels = await askPanels(tx, rooms, record.child.id, world);
      const sections = panels.map((panel, at): Section => ({ id: `part-${at + 1}`, ...panel }));
      return { record, sections, years: byYear(await askTimelines(tx, rooms, record.child.id, world)) };
    },
    says: ({ record }) => sayName(record.child),
    about: ({ record, sections }) => [
      record.child.id,
      ...record.siblings.map(({ id }) => id),
      ...sections.flatMap(({ about }) => about ?? []),
    ],
    caption: ({ record: { child } }, { today }) => `${child.reference}, ${sayAged(child, today)}`,
    view: ({ record, sections, years }, _, world) => {
      const all = [...ownSections(record, world), ...sections];
      return (
        <>
          <Top record={record} world={world} />
          <Contents sections={all} years={years} />
          {all.map(({ id, title, body }) => (
            <section class="record-part" aria-labelledby={id}>
              <h2 class="govuk-heading-m" id={id}>
                {title}
              </h2>
              {body}
            </section>
          ))}
          <Timeline years={years} />
        </>
      );
    },
  });
}

async function askTimelines(tx: Tx, rooms: readonly Module[], child: ChildId, world: World): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (const { timeline } of rooms) if (timeline) entries.push(...(await timeline(tx, child, world)));
  return entries;
}

function Top({ record: { child, statuses, why }, world }: { record: ChildRecord; world: World }) {
  const current = statuses.filter((status) => isInForce(status, world.today));
  const path = `/children/${child.reference}`;
  return (
    <>
      {current.length > 0 && (
        <ul class="govuk-list record-statuses">
          {current.map(({ kind }) => (
            <li>
              <strong class="govuk-tag govuk-tag--grey">{statusKinds[kind]}</strong>
            </li>
          ))}
        </ul>
      )}
      <InsetText>You see this record because: {why.join('; ')}. Every look is written down.</InsetText>
      <p class="govuk-body record-links">
        {world.may('people.correct') && why.some((one) => one !== 'break-glass') && (
          <>
            <a class="govuk-link" href={`${path}/correct`}>
              Correct who the child is
            </a>
            <a class="govuk-link" href={`${path}/add`}>
              Add a name, address, school, adult or number
            </a>
          </>
        )}
        <a class="govuk-link" href={`${path}/history`}>
          {child.version === 1 ? 'When this was recorded' : 'Earlier versions'}
        </a>
      </p>
    </>
  );
}

function ownSections(record: ChildRecord, { today }: World): Section[] {
  return [
    { id: 'who', title: 'Who the child is', body: <Who record={record} today={today} /> },
    { id: 'statuses', title: 'Plans and statuses', body: <Statuses statuses={record.statuses} today={today} /> },
  ];
}

function Contents({ sections, years }: { sections: readonly Section[]; years: readonly TimelineYear[] }) {
  return (
    <nav class="record-contents" aria-label="On this page">
      <ul class="govuk-list">
        {sections.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="#timeline">
            Timeline
          </a>
          {years.map(({ year }) => (
            <>
              {' '}
              <a class="govuk-link" href={`#year-${year}`}>
                {year}
              </a>
            </>
          ))}
        </li>
      </ul>
    </nav>
  );
}
