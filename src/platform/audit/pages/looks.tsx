import { Button, Input, Pagination, Select, Table, Tag } from '@throughline/govuk-jsx';
import { findRecord, listWorkerOptions, mapReferences } from '../../access/records.db.ts';
import { findId, londonDay, londonTime, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { pagedBy, part } from '../../web/paging.ts';
import { Wide } from '../../web/wide.tsx';
import type { ChildId, WorkerId } from '../../web/world.ts';
import type { AuditKind } from '../audit.db.ts';
import { type Look, listLooks } from '../looks.db.ts';

const paged = pagedBy({ id: part.whole }, 50);

type Shown = {
  reference: string;
  unknown: boolean;
  workerId: WorkerId | undefined;
  workers: Record<string, string>;
  /** Undefined: nothing was asked yet. */
  looks?: Look[];
  next?: string | undefined;
  references?: Map<ChildId, string>;
};

/** Who looked at a record, or what a worker looked at: addresses and references, never what a record holds. */
export const whoLooked = page({
  path: '/audit/looks',
  may: 'audit.read',
  async load(tx, _, __, query): Promise<Shown> {
    const reference = (query.get('reference') ?? '').trim().toUpperCase();
    const workerId = findId<'worker'>(query.get('worker') ?? '');
    const workers = await listWorkerOptions(tx);
    const child = reference ? await findRecord(tx, reference) : undefined;
    const asked = { reference, unknown: reference !== '' && !child, workerId, workers };
    if (reference ? !child : !workerId) return asked;
    const about = child && { id: child, address: `/children/${reference}` };
    const { shown, next } = await paged.ask(
      query,
      (after, atMost) => listLooks(tx, { child: about, workerId }, after?.id ?? null, atMost),
      ({ id }) => ({ id }),
    );
    const references = await mapReferences(tx, child ? [child] : shown.flatMap(({ children }) => children));
    return { ...asked, looks: shown, next, references };
  },
  says: 'Who looked',
  about: ({ references }) => [...(references?.keys() ?? [])],
  searchedFor: (query) => Object.fromEntries(query),
  view: ({ reference, workerId, workers, unknown, looks, next, references }) => (
    <>
      <form method="get" action="/audit/looks" noValidate>
        <Input
          name="reference"
          label="At the record with this reference"
          hint="Exactly, such as C-4F7K2MQ"
          value={reference}
          width={10}
          autocomplete="off"
          error={unknown ? 'No record has this reference' : undefined}
        />
        <WorkerChoice workers={workers} workerId={workerId} />
        <Button>Show</Button>
      </form>
      {looks?.length === 0 && <p class="govuk-body">The audit holds nothing of this.</p>}
      {looks && looks.length > 0 && <Looks looks={looks} references={references} />}
      {next && <Pagination next={{ href: next, text: 'Earlier' }} />}
    </>
  ),
});

function WorkerChoice({ workers, workerId }: { workers: Record<string, string>; workerId: WorkerId | undefined }) {
  const items = Object.entries(workers).map(([value, text]) => ({ value, text }));
  return <Select name="worker" label="By" value={workerId ?? ''} items={[{ value: '', text: 'Anybody' }, ...items]} />;
}

const kinds: Record<AuditKind, string> = {
  look: 'Looked',
  search: 'Searched',
  deed: 'Did',
  refusal: 'Refused',
  'sign-in': 'Signed in',
  console: 'Command line',
};

function Looks({ looks, references }: { looks: readonly Look[]; references: Map<ChildId, string> | undefined }) {
  const named = (children: readonly ChildId[]) => children.flatMap((child) => references?.get(child) ?? []).join(', ');
  return (
    <Wide says="Who looked">
      <Table
        head={['When', 'Who', 'What', 'Where', 'Records']}
        rows={looks.map(({ at, who, kind, act, address, children }) => [
          `${sayDay(londonDay(at))}, ${londonTime(at)}`,
          who,
          kind === 'refusal' ? (
            <Tag colour="red">Refused</Tag>
          ) : (
            `${kinds[kind]}${kind === 'deed' || kind === 'console' ? `: ${act}` : ''}`
          ),
          address,
          named(children),
        ])}
      />
    </Wide>
  );
}
