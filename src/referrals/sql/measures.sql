-- Children the MASH, or an allocated child's manager, decided to refer to Evolve, by the day of that decision.
-- A subject nobody has identified yet still counts, as themselves.
create view fact.referred_to_evolve as
select coalesce(m.child_id, s.id) child_id, s.id record_id, r.reference,
  (d.decided_at at time zone 'Europe/London')::date decided_on,
  row_number() over (partition by coalesce(m.child_id, s.id) order by d.decided_at, s.id) = 1 first_in_period
from decision d
join decision_outcome o on o.decision_id = d.id and o.outcome = 'ALLOCATE_EVOLVE'
join referral_subject s on s.id = o.subject_id
join referral r on r.id = d.referral_id
left join lateral (
  select m.child_id from subject_match m
  where m.subject_id = s.id and m.same and not exists (select from subject_match_undone u where u.match_id = m.id)
  order by m.matched_at desc limit 1
) m on true
where d.decided_at >= guard.period_from()::timestamp at time zone 'Europe/London'
  and d.decided_at < (guard.period_to() + 1)::timestamp at time zone 'Europe/London';

-- Referrals received in the period, child by child, by the census's code of their source (2A is a school). A subject
-- nobody has identified yet still counts, as themselves.
create view fact.referral_received as
select coalesce(m.child_id, s.id) child_id, s.id subject_id, r.reference, r.source,
  (r.received_at at time zone 'Europe/London')::date received_on,
  r.agency_id is not null or r.referrer_agency is not null sender_known
from referral r
join referral_subject s on s.referral_id = r.id
left join lateral (
  select m.child_id from subject_match m
  where m.subject_id = s.id and m.same and not exists (select from subject_match_undone u where u.match_id = m.id)
  order by m.matched_at desc limit 1
) m on true
where r.received_at >= guard.period_from()::timestamp at time zone 'Europe/London'
  and r.received_at < (guard.period_to() + 1)::timestamp at time zone 'Europe/London';
