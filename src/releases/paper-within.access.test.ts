import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testHouse } from '../testing/open.ts';
import { arrangeStandings, type Ledgered, type Standing } from './testing/standings.ts';

const house = await testHouse();
let ledger: Record<Standing, Ledgered>;
before(async () => {
  ledger = await arrangeStandings(house);
});

const files = ['csv', 'xlsx', 'ods', 'docx', 'pdf'];
const addresses = ({ reference }: Ledgered) => [
  `/releases/${reference}/paper`,
  ...files.map((file) => `/releases/${reference}/files/${reference}.${file}`),
];
const statuses = async (key: string, urls: readonly string[]) => {
  const cookie = key === '' ? '' : (await house.signedIn(key)).cookie;
  const answers = await Promise.all(urls.map((url) => house.inject({ url, headers: { cookie } })));
  return [...new Set(answers.map(({ statusCode }) => statusCode))];
};
const stands = ['for the partnership', 'for a provider', 'internal', 'published'] as const;

test('what is made for the partnership or a provider is read and kept in every form by those who see figures', async () => {
  for (const key of ['ilinca', 'gwen', 'helen'])
    for (const name of stands) assert.deepEqual(await statuses(key, addresses(ledger[name])), [200], `${key} ${name}`);
  const { body, headers } = await house.inject({
    url: addresses(ledger['for a provider'])[1] ?? '',
    headers: { cookie: (await house.signedIn('gwen')).cookie, host: 'throughline.example' },
  });
  assert.match(body, new RegExp(String(ledger['for a provider'].figure)));
  assert.match(body, new RegExp(`http://throughline.example/releases/${ledger['for a provider'].reference}/paper`));
  assert.equal(headers['cache-control'], 'no-store');
});

test('nobody else reads it there: members and workers are told it is not theirs, and whoever is not signed in signs in', async () => {
  for (const name of stands) {
    for (const key of ['ellis', 'bridget', 'dev', 'amina', 'kit', 'seun'])
      assert.deepEqual(await statuses(key, addresses(ledger[name])), [403], `${key} ${name}`);
    assert.deepEqual(await statuses('', addresses(ledger[name])), [303], name);
  }
});

test('what waits, was declined, was found or was withdrawn has no paper, whoever asks', async () => {
  for (const name of ['waiting', 'found', 'declined', 'withdrawn'] as const)
    assert.deepEqual(await statuses('helen', addresses(ledger[name])), [404], name);
  const { reference } = ledger['for a provider'];
  const odd = ['csv', 'F-2222222.csv', `${reference}.exe`, `${reference}.constructor`, `x${reference}.csv`];
  const urls = odd.map((file) => `/releases/${reference}/files/${file}`);
  assert.deepEqual(await statuses('helen', urls), [404]);
});

test('each look at it is in the audit, the file as the page', async () => {
  const urls = addresses(ledger['for the partnership']);
  await statuses('nadine', urls);
  const looks = await house.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('subject')
      .where('workerId', '=', house.workerId('nadine'))
      .where('kind', '=', 'look')
      .where('subject', 'in', urls)
      .execute(),
  );
  assert.deepEqual(looks.map(({ subject }) => subject).toSorted(), urls.toSorted());
});
