import { Button, DateInput, Input, Pagination, Table } from '@throughline/govuk-jsx';
import { isRefusal } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { World } from '../../platform/web/world.ts';
import { sayAge, sayBirth, sayName } from '../child.ts';
import { type Found, findChildren } from '../finding.db.ts';
import { readSearch } from '../finding.ts';

const paged = pagedBy({ reference: part.word }, 50);

/** Finding a child among those one may see, and nobody else. The audit keeps what was searched for. */
export const findChildPage = page({
  path: '/children',
  says: 'Find a child',
  may: 'people.find-child',
  async load(tx, _, __, query) {
    const search = readSearch(query);
    if (isRefusal(search)) return { query, refused: search };
    if (!search) return { query };
    const results = await paged.ask(
      query,
      (after, atMost) => findChildren(tx, search, after?.reference, atMost),
      ({ child: { reference } }) => ({ reference }),
    );
    return { query, results };
  },
  about: ({ results }) => results?.shown.map(({ child }) => child.id) ?? [],
  searchedFor: (query) => Object.fromEntries([...query].filter(([, value]) => value !== '')),
  wrong: ({ refused }) => (refused ? { [refused.beside ?? 'name']: refused.refused } : {}),
  view: ({ query, refused, results }, _, world) => (
    <>
      <SearchForm query={query} errors={refused ? { [refused.beside ?? 'name']: refused.refused } : {}} />
      {results && <Results {...results} world={world} />}
      {world.may('access.break-glass') && <InAnEmergency />}
    </>
  ),
});

function SearchForm({ query, errors }: { query: URLSearchParams; errors: Record<string, string> }) {
  const typed = (name: string) => query.get(name) ?? '';
  return (
    <form method="get" action="/children" noValidate>
      <Input
        name="name"
        label="Name or other name"
        hint="In any order; a part is enough, and close spellings are found too"
        value={typed('name')}
        error={errors.name}
        autocomplete="off"
      />
      <DateInput
        name="born"
        legend="Date of birth, or the day an unborn child is expected"
        legendSize="s"
        value={{ day: typed('born-day'), month: typed('born-month'), year: typed('born-year') }}
        error={errors.born}
      />
      <Input
        name="number"
        label="Reference or number"
        hint="The reference of this record, a National Health Service (NHS) number, a unique pupil number (UPN) or the local authority child identifier"
        value={typed('number')}
        error={errors.number}
        width={20}
        autocomplete="off"
      />
      <Button>Search</Button>
    </form>
  );
}

function Results({ shown, next, world }: { shown: Found[]; next: string | undefined; world: World }) {
  if (shown.length === 0) return <NobodyFound />;
  return (
    <>
      <h2 class="govuk-heading-m">Children found</h2>
      <Wide says="Children found">
        <Table
          head={['Name', 'Born', 'Age', 'Reference']}
          rows={shown.map(({ child, alias }) => [
            <>
              <a class="govuk-link" href={`/children/${child.reference}`}>
                {sayName(child)}
              </a>
              {alias && <span class="govuk-hint found-alias">also {alias}</span>}
            </>,
            sayBirth(child),
            sayAge(child, world.today),
            <span class="reference">{child.reference}</span>,
          ])}
        />
      </Wide>
      {next && <Pagination next={{ href: next, text: 'More children' }} />}
    </>
  );
}

function NobodyFound() {
  return (
    <>
      <h2 class="govuk-heading-m">Nobody found</h2>
      <p class="govuk-body">
        No child you may see matches. Try one name only, or the date of birth alone. A record may exist that you may not
        see: only those involved with a child find them here.
      </p>
    </>
  );
}

function InAnEmergency() {
  return (
    <p class="govuk-body">
      Is a child unsafe now, and do you need a record you are not involved with?{' '}
      <a class="govuk-link" href="/break-glass">
        Open one record in an emergency
      </a>
      .
    </p>
  );
}
