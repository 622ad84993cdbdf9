import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { modules } from '../../src/modules.ts';
import { Visitor } from '../../src/platform/testing/visitor.ts';
import { homePage } from '../../src/platform/web/home.tsx';
import { openServer } from '../../src/testing/open.ts';
import { type Journey, type Person, setOut } from './people.ts';
import { type Visit, visitsTo } from './visits.ts';

let journey: Journey;
let visits: ReadonlyMap<string, Visit>;
const visitors = new Map<string, Promise<Visitor>>();
let meet: (key: string) => Promise<Visitor>;
before(async () => {
  journey = await setOut();
  const server = await openServer(journey.test);
  meet = (key) => once(visitors, key, () => Visitor.signedIn(server, key));
  const files = new Set(offered.flatMap(({ path, isFile }) => (isFile ? path : [])));
  visits = new Map([...(await visitsTo(journey.test, meet))].filter(([path]) => !files.has(path)));
});
after(() => journey.close());

const offered = [
  homePage(modules),
  ...modules.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(modules) ?? [])]),
];

test('every page has somebody who visits it', () => {
  const paths = offered.flatMap(({ path, isFile }) => (isFile ? [] : path));
  assert.deepEqual([...visits.keys()].toSorted(), paths.toSorted());
});

/** What is written short, and how it is said whole. NHS is left out: it stands in the names of agencies. */
const short = {
  MASH: 'Multi-Agency Safeguarding Hub',
  CSE: 'child sexual exploitation',
  CCE: 'child criminal exploitation',
  EHCP: 'education, health and care plan',
  MACE: 'Multi-Agency Child Exploitation',
  NRM: 'National Referral Mechanism',
  EDT: 'emergency duty team',
  CETG: 'Child Exploitation Tactical Group',
  UPN: 'unique pupil number',
  GP: 'general practi',
  SEN: 'special educational needs',
};

test('without JavaScript every page opens, has one heading and a title, and says whole what it writes short', async () => {
  const wrong: string[] = [];
  for (const [path, { who, at }] of visits) {
    const { status, page } = await (await meet(who)).get(at);
    const main = page.querySelector('main')?.textContent ?? '';
    const headings = page.querySelectorAll('h1').length;
    const title = page.querySelector('title')?.textContent ?? '';
    if (status !== 200) wrong.push(`${path} (${at}) answers ${status} to ${who}`);
    if (headings !== 1) wrong.push(`${path} has ${headings} first headings`);
    if (!/^\S.* – Throughline$/.test(title)) wrong.push(`${path} is called “${title}”`);
    for (const [letters, words] of Object.entries(short))
      if (new RegExp(`\\b${letters}\\b`).test(main) && !main.toLowerCase().includes(words.toLowerCase()))
        wrong.push(`${path} does not say what ${letters} is`);
  }
  assert.deepEqual(wrong, []);
});

test('every link leads to a page that its reader may open', async () => {
  const tried = new Set<string>();
  const wrong: string[] = [];
  for (const { who, at } of visits.values()) {
    const visitor = await meet(who);
    const { page } = await visitor.get(at);
    for (const link of page.querySelectorAll('a[href^="/"], main a[href^="?"]')) {
      const { pathname, search } = new URL(link.getAttribute('href') ?? '', `http://house${at}`);
      const to = pathname + search;
      const kind = `${who} ${to.replaceAll(/[0-9a-f-]{36}|[A-Z]-[0-9A-Z]{7}|=[^&]+/g, ':')}`;
      if (tried.has(kind)) continue;
      tried.add(kind);
      const { status } = await visitor.get(to);
      if (status !== 200) wrong.push(`${to} on ${at} answers ${status} to ${who}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('with JavaScript every page is in order for everybody: WCAG 2.2 AA, nothing sideways, no complaint', async () => {
  const people = new Map<string, Promise<Person>>();
  const wrong: string[] = [];
  for (const { who, at } of visits.values()) {
    const person = await once(people, who, () => journey.meet(who));
    await person.goesTo(at);
    await person.findsThePageInOrder().catch((problem: Error) => wrong.push(problem.message));
  }
  assert.deepEqual(wrong, []);
});

/** Everybody signs in once. */
function once<Made>(made: Map<string, Promise<Made>>, key: string, make: () => Promise<Made>): Promise<Made> {
  const found = made.get(key) ?? make();
  made.set(key, found);
  return found;
}
