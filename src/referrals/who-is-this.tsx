import { InsetText } from '@throughline/govuk-jsx';
import { type AllocatedWorker, type ChildNow, GradeTag, sayAge, sayName } from '../people/index.ts';
import { sayMoment } from '../platform/kernel/index.ts';
import type { Shown } from '../platform/module.ts';
import type { World } from '../platform/web/world.ts';
import type { Candidate, Candidates } from './matches.db.ts';
import { isRuledOut, sayKnownTo, sayLikeness, sayNews } from './matching.ts';
import type { ReferredChild } from './received.ts';

/** A referred child beside what is on record. */
export type BesideRecord = {
  child: ReferredChild;
  known: ChildNow | undefined;
  worker: AllocatedWorker | undefined;
  candidates: Candidates;
  history: Shown[];
};

/** Who a referred child is known to be; or who they may be, with what there is to do about it. */
export function WhoIsThis({ beside, path, world }: { beside: BesideRecord; path: string; world: World }) {
  const { child, candidates } = beside;
  if (child.match) return <KnownAs beside={beside} path={path} world={world} />;
  if (!world.may('referrals.match')) return <p class="govuk-body">Nobody has said yet who this child is.</p>;
  const left = candidates.open.filter((one) => !isRuledOut(one));
  const out = candidates.open.filter(isRuledOut);
  return (
    <>
      {candidates.contacts.map((contact) => (
        <InsetText>
          A record you may not see may be this child’s: <strong>contact {contact}</strong>, who has been told.
        </InsetText>
      ))}
      {left.length === 0 && candidates.contacts.length === 0 && (
        <p class="govuk-body">Nobody on record is like this child in name, birth date, number or address.</p>
      )}
      {left.length > 0 && (
        <ul class="candidates">
          {left.map((one) => (
            <MayBe candidate={one} path={path} world={world} />
          ))}
        </ul>
      )}
      {out.map((one) => (
        <p class="govuk-body">
          Not {sayName(one)} ({one.reference}): {one.ruledOut?.reason}{' '}
          <a class="govuk-link" href={`${path}/undo/${one.ruledOut?.id}`}>
            Undo<span class="govuk-visually-hidden"> that this is not {sayName(one)}</span>
          </a>
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}/new`}>
          None of these: record a new child
        </a>
      </p>
    </>
  );
}

function KnownAs({ beside: { child, known }, path, world }: { beside: BesideRecord; path: string; world: World }) {
  if (!child.match) return null;
  return (
    <p class="govuk-body">
      {known && (
        <>
          <a class="govuk-link" href={`/children/${known.reference}`}>
            {sayName(known)}
          </a>{' '}
          ({known.reference}).{' '}
        </>
      )}
      Same person, said {child.match.by ?? 'an import'} ({sayMoment(child.match.at)}): {child.match.reason}{' '}
      {world.may('referrals.match') && (
        <a class="govuk-link" href={`${path}/undo/${child.match.id}`}>
          Undo<span class="govuk-visually-hidden"> that this is the same person</span>
        </a>
      )}
    </p>
  );
}

function MayBe({ candidate, path, world }: { candidate: Candidate; path: string; world: World }) {
  const { ruledOut } = candidate;
  return (
    <li class="candidate">
      <p class="govuk-body">
        <GradeTag grade={candidate.grade} />{' '}
        <a class="govuk-link" href={`${path}/${candidate.reference}`}>
          Compare with {sayName(candidate)}
        </a>
        , {sayAge({ ...candidate, diedOn: null }, world.today)} ({candidate.reference})
      </p>
      <p class="govuk-body">{sayLikeness(candidate)}</p>
      <p class="govuk-body">{sayKnownTo(candidate)}</p>
      {ruledOut && (
        <p class="govuk-body">
          New since somebody said that it is not this child ({ruledOut.reason}): {sayNews(candidate).join('; ')}
        </p>
      )}
    </li>
  );
}
