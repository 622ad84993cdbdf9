import { CAST } from '../../../src/trial/story/cast.ts';
import type { Papers } from './papers.ts';
import { type Kind, kinds, type Subject } from './subjects.ts';
import { type About, NOBODY } from './table.ts';

export type Asked = { subjects: Record<Kind, Subject>; papers: Papers };

/** The page's address for this worker, for each kind that there is of what it is about. */
export function addressesOf(path: string, key: string, asked: Asked): Partial<Record<About, string>> {
  const found: Partial<Record<About, string>> = {};
  const put = (about: About, values: Record<string, string | undefined>) => {
    if (Object.values(values).every((value) => value !== undefined)) found[about] = fill(path, values);
  };
  if (!path.includes(':') || path.includes('/:figure'))
    put(NOBODY, { figure: 'assessments.completed?from=2023-01-01&to=2023-12-31' });
  else if (path.startsWith('/releases/'))
    put(NOBODY, { reference: asked.papers.release, file: `${asked.papers.release}.csv` });
  else if (path.startsWith('/referrals/drafts/')) ofDrafts(path, key, asked.papers, put);
  else if (path.startsWith('/referrals/')) ofSent(key, asked.papers, put);
  else if (path.startsWith('/mash/contact-notices/')) ofNotices(key, asked.papers, put);
  else if (path.startsWith('/access/') || path.startsWith('/break-glass/')) ofGovernance(path, asked.papers, put);
  else if (path.startsWith('/same-child/')) for (const kind of kinds) put(kind, { pair: asked.papers.pairs[kind] });
  else if (path.startsWith('/requests/')) ofRequests(asked.subjects, put);
  else for (const kind of kinds) put(kind, namesOf(path, asked.subjects[kind]));
  return found;
}

type Found = (about: About, values: Record<string, string | undefined>) => void;

function fill(path: string, values: Record<string, string | undefined>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing to put in ${path} for ${name}`);
    return value;
  });
}

/** What stands in the addresses of a child's records. */
function namesOf(path: string, subject: Subject): Record<string, string> {
  if (path.startsWith('/children/')) return { reference: subject.child.reference, domain: 'A' };
  if (path.startsWith('/assessments/'))
    return { reference: (path.endsWith('/correct') ? subject.authorised : subject.waiting).reference };
  if (path.startsWith('/mash/')) {
    const place = path.includes('/undo/') ? '1' : '2';
    const { reference } = subject.child;
    return { reference: subject.referral.reference, place, candidate: reference, match: subject.match };
  }
  return { reference: subject.case.reference, subject: subject.decided, action: subject.action };
}

function ofDrafts(path: string, key: string, { drafts }: Papers, found: Found): void {
  const entry = path.endsWith('/remove') ? 'b' : 'a';
  const of = (id: string | undefined) => ({ draft: id, entry, section: 'concern' });
  const [colleague, elsewhere] = others(key, Object.keys(drafts));
  found('own', of(drafts[key]?.open));
  found('closed', of(drafts[key]?.expired));
  found('colleague’s', of(drafts[colleague ?? '']?.open));
  found('other agency’s', of(drafts[elsewhere ?? '']?.open));
}

function ofSent(key: string, { sent }: Papers, found: Found): void {
  for (const [kind, reference] of Object.entries(sent[key] ?? {})) found(kind as Kind, { reference });
  const [colleague, elsewhere] = others(key, Object.keys(sent));
  found('colleague’s', { reference: sent[colleague ?? '']?.own });
  found('other agency’s', { reference: sent[elsewhere ?? '']?.own });
}

function ofNotices(key: string, { notices }: Papers, found: Found): void {
  for (const [kind, id] of Object.entries(notices[key] ?? {})) found(kind as Kind, { id });
  const [colleague] = others(key, Object.keys(notices));
  found('colleague’s', { id: notices[colleague ?? '']?.own });
}

function ofGovernance(path: string, { restriction, exclusion, opening }: Papers, found: Found): void {
  const [now, before] = path.startsWith('/break-glass/')
    ? [opening.waits, opening.reviewed]
    : path.startsWith('/access/restrictions/')
      ? [restriction.inForce, restriction.lifted]
      : [exclusion.inForce, exclusion.lifted];
  found('own', { id: now });
  found('closed', { id: before });
}

/** The own ones are those asked of the agency of Amina, who answers for it. */
function ofRequests(subjects: Record<Kind, Subject>, found: Found): void {
  found('own', { id: subjects.own.requests.rdash });
  found('other agency’s', { id: subjects.own.requests.syp });
  found('restricted', { id: subjects.restricted.requests.rdash });
  found('excluded', { id: subjects.excluded.requests.rdash });
}

/** Somebody else of the same agency, and somebody of another. */
function others(key: string, keys: readonly string[]): [string | undefined, string | undefined] {
  const agencyOf = (one: string) => CAST.find((member) => member.key === one)?.agency;
  const apart = keys.filter((one) => one !== key);
  return [apart.find((one) => agencyOf(one) === agencyOf(key)), apart.find((one) => agencyOf(one) !== agencyOf(key))];
}
