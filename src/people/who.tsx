import { SummaryList } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { type PlainDate, sayDay } from '../platform/kernel/index.ts';
import { aliasKinds, disabilities, sayAge, sayBirth, sayName, sexes } from './child.ts';
import type { ChildRecord } from './child-record.db.ts';
import { ethnicities } from './codes.ts';
import { identifierKinds } from './identifier.ts';
import { isInForce, type Status, sayStatusDates, sayStatusMore, statusKinds } from './status.ts';

/** Who the child is: what is recorded, what is not known said as such, and nothing the reader may not see. */
export function Who({ record, today }: { record: ChildRecord; today: PlainDate }) {
  const { child, aliases, identifiers, addresses, schools, adults, siblings, workers } = record;
  const aliasRow = aliases.length > 0 && {
    key: 'Other names',
    value: (
      <Lines
        of={aliases.map(({ givenNames, familyName, kind }) => {
          const name = [givenNames, familyName].filter(Boolean).join(' ');
          return `${name} (${aliasKinds[kind].toLowerCase()})`;
        })}
      />
    ),
  };
  return (
    <SummaryList
      rows={[
        { key: 'Born', value: `${sayBirth(child)} (${sayAge(child, today)})` },
        aliasRow,
        { key: 'Sex', value: sexes[child.sex] },
        {
          key: 'Ethnicity',
          value: ethnicities.codes[child.ethnicity] ?? child.ethnicity,
        },
        {
          key: 'First language',
          value: `${child.firstLanguage ?? 'Not known'}${child.interpreter ? ' (interpreter needed)' : ''}`,
        },
        { key: 'Disability', value: sayDisabilities(child.disabilities) },
        {
          key: 'Lives at',
          value: <Lines of={addresses.map(sayAddress)} none="No address is recorded that your role may see." />,
        },
        {
          key: 'School',
          value: <Lines of={schools.map(({ school, since }) => school + sayFrom(since))} none="Not recorded" />,
        },
        { key: 'Adults around the child', value: <Lines of={adults.map(sayAdult)} none="None recorded" /> },
        siblings.length > 0 && { key: 'Brothers and sisters', value: <Siblings siblings={siblings} today={today} /> },
        {
          key: 'Social worker',
          value: (
            <Lines
              of={workers.map(({ name, team, since }) => `${name}${team ? `, ${team}` : ''}, since ${sayDay(since)}`)}
              none="None allocated"
            />
          ),
        },
        {
          key: 'Numbers',
          value: (
            <Lines
              of={identifiers.map(
                ({ kind, value }) => `${identifierKinds[kind as keyof typeof identifierKinds] ?? kind}: ${value}`,
              )}
              none="None recorded"
            />
          ),
        },
      ]}
    />
  );
}

/** Education, health and care plans and support for special educational needs stand on their own lines. */
export function Statuses({ statuses, today }: { statuses: readonly Status[]; today: PlainDate }) {
  const ofKind = (kind: Status['kind']) => statuses.filter((status) => status.kind === kind);
  if (statuses.length === 0)
    return <p class="govuk-body">No plan or status is recorded. That is not the same as there being none.</p>;
  return (
    <SummaryList
      rows={Object.entries(statusKinds).map(([kind, says]) => {
        const held = ofKind(kind as Status['kind']);
        return held.length > 0 && { key: says, value: <Lines of={held.map((status) => sayStatus(status, today))} /> };
      })}
    />
  );
}

function sayStatus(status: Status, today: PlainDate): VNode | string {
  const more = sayStatusMore(status);
  const words = `${sayStatusDates(status)}${more ? `: ${more}` : ''}`;
  return isInForce(status, today) ? <strong>Now, {words}</strong> : words;
}

function Siblings({ siblings, today }: { siblings: ChildRecord['siblings']; today: PlainDate }) {
  return (
    <Lines
      of={siblings.map((sibling) => (
        <>
          <a class="govuk-link" href={`/children/${sibling.reference}`}>
            {sayName(sibling)}
          </a>{' '}
          ({sibling.relation}, {sayAge(sibling, today)})
        </>
      ))}
    />
  );
}

function Lines({ of, none }: { of: readonly (string | VNode)[]; none?: string }) {
  if (of.length === 0) return <>{none}</>;
  if (of.length === 1) return <>{of[0]}</>;
  return (
    <ul class="govuk-list">
      {of.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

const sayFrom = (since: PlainDate | null) => (since ? `, from ${sayDay(since)}` : '');

function sayAddress({ address, ward, since, confidential }: ChildRecord['addresses'][number]) {
  return `${confidential ? 'Confidential, tell nobody: ' : ''}${address}${ward ? ` (${ward} ward)` : ''}${sayFrom(since)}`;
}

function sayAdult({ name, relationship, parentalResponsibility }: ChildRecord['adults'][number]) {
  const responsibility =
    parentalResponsibility === null
      ? 'parental responsibility not known'
      : parentalResponsibility
        ? 'has parental responsibility'
        : 'no parental responsibility';
  return `${name}, ${relationship} (${responsibility})`;
}

function sayDisabilities(codes: readonly string[]): string {
  return codes.length > 0 ? codes.map((code) => disabilities[code] ?? code).join(', ') : 'Not recorded';
}
