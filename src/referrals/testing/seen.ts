import { type RawBuilder, sql } from 'kysely';
import type { Given as Below } from '../../people/testing/expected.ts';
import { type Ask, isMine, means, type Seen as SeenWith } from '../../platform/testing/expected.ts';
import { TODAY } from '../../platform/testing/house.ts';

type Given = Below & { facts: Awaited<ReturnType<typeof facts>> };
type Seen = SeenWith<Given['facts']>;
type Referral = {
  id: string;
  author: string | null;
  children: string[];
  waits: boolean;
  urgent: boolean;
  lately: boolean;
};

/** What is so of referrals, whoever asks. */
export async function facts(ask: Ask, worker: string) {
  const byId = async <Found extends { id: string }>(query: RawBuilder<Found>) =>
    new Map((await ask(query)).map((one) => [one.id, one]));
  const ids = async (query: RawBuilder<{ id: string }>) => new Set((await byId(query)).keys());
  return {
    referrals: await byId(sql<Referral>`
      select r.id, r.author_id author,
        array(select m.child_id from subject_match m where m.referral_id = r.id and m.same
          and not exists (select from subject_match_undone u where u.match_id = m.id))::text[] children,
        r.channel <> 'import' and d.id is null waits,
        coalesce(r.immediate_danger, false) or coalesce(r.missing_now = 'yes', false) or coalesce(r.need_level, 0) = 4 or coalesce((select s.brag = 'red' from screening s
          where s.referral_id = r.id order by s.screened_at desc limit 1), false) urgent,
        coalesce(d.decided_at >= (${TODAY}::date - 28)::timestamp at time zone 'Europe/London', false) lately
      from referral r left join decision d on d.referral_id = r.id`),
    subjects: await byId(sql<{ id: string; referral: string }>`select id, referral_id referral from referral_subject`),
    requests: await byId(
      sql<{
        id: string;
        agency: string;
        referral: string;
      }>`select id, agency_id agency, referral_id referral from partner_request`,
    ),
    matches: await byId(
      sql<{
        id: string;
        referral: string;
        child: string;
      }>`select id, referral_id referral, child_id child from subject_match`,
    ),
    drafts: await byId(sql<{ id: string; author: string }>`select id, author_id author from referral_draft`),
    /** Referrals about a closed record this worker is the contact for. */
    contactFor: await ids(sql<{ id: string }>`select referral_id id from contact_notice where contact_id = ${worker}`),
    concerning: await ids(sql<{ id: string }>`select referral_id id from concerned_worker where worker_id = ${worker}`),
  };
}

/** Of this referral, so the reader works with it, and no child on it is closed to them. */
export const ofReferral = means<Given>('referral', worksWith);
/** Or they wrote it. */
export const ofReferralOrMine = means<Given>(
  'referral or mine',
  (value, seen) => worksWith(value, seen) || seen.facts.referrals.get(value)?.author === seen.worker,
);
/** Asked of the reader’s agency, or of a referral they work with. */
export const ofRequest = means<Given>('request', mayReadRequest);
/** Names a child who may be unknown to the reader, and is never one closed to them. */
export const notClosed = means<Given>('not closed', (value, { facts }) => !facts.closed.has(value));
/** Belongs to a match, which the reader sees. */
export const ofMatch = means<Given>('match', (value, seen) => {
  const match = seen.facts.matches.get(value);
  return match !== undefined && worksWith(match.referral, seen) && !seen.facts.closed.has(match.child);
});
/** Belongs to a draft of the reader’s. */
export const ofMyDraft = means<Given>(
  'draft',
  (value, { worker, facts }) => facts.drafts.get(value)?.author === worker,
);
/** A child, or somebody on a referral of whom nobody has said yet which child they are. */
export const referred = means<Given>('referred', isReferred);
/** Or on a referral the reader wrote. */
export const referredOrMine = means<Given>(
  'referred or mine',
  (value, seen) =>
    isReferred(value, seen) ||
    seen.facts.referrals.get(seen.facts.subjects.get(value)?.referral ?? '')?.author === seen.worker,
);

function worksWith(id: string | undefined, seen: Seen): boolean {
  const { roles, referrals, closed, contactFor, concerning } = seen.facts;
  const referral = referrals.get(id ?? '');
  if (!referral || concerning.has(referral.id) || referral.children.some((child) => closed.has(child))) return false;
  const { children, waits, lately, urgent } = referral;
  if (children.some((child) => isMine(child, seen)) || contactFor.has(referral.id)) return true;
  if ((roles.has('mash_screener') || roles.has('mash_manager')) && (waits || lately)) return true;
  return roles.has('edt') && waits && urgent;
}

function mayReadRequest(id: string, seen: Seen): boolean {
  const request = seen.facts.requests.get(id);
  if (!request) return false;
  const children = seen.facts.referrals.get(request.referral)?.children ?? [];
  const isAsked = seen.facts.roles.has('partner') && request.agency === seen.facts.agency;
  return worksWith(request.referral, seen) || (isAsked && !children.some((child) => seen.facts.excluded.has(child)));
}

/** Children of one referral: who works with it for one of them reads whom the others were found to be. */
function isMatchedBeforeThem(child: string, seen: Seen): boolean {
  const theirs = [...seen.facts.matches.values()].filter((match) => match.child === child);
  return !seen.facts.closed.has(child) && theirs.some(({ referral }) => worksWith(referral, seen));
}

function isReferred(value: string, seen: Seen): boolean {
  return (
    isMine(value, seen) || worksWith(seen.facts.subjects.get(value)?.referral, seen) || isMatchedBeforeThem(value, seen)
  );
}
