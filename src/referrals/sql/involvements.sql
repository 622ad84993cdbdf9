-- Who is involved with a child through a referral, while somebody works with it.

-- The MASH works with what waits for a decision, and with what was decided in the last 28 days (our default).
create function guard.mash_works_since() returns timestamptz language sql stable
  return (nullif(current_setting('app.today', true), '')::date - 28)::timestamp at time zone 'Europe/London';

create view guard.mash_referral as
select referral_id from undecided_referral
union all
select referral_id from decision where decided_at >= guard.mash_works_since();

-- The emergency duty team works with what cannot wait for the morning: see isUrgent in queue.ts. Whether the MASH is
-- open is for the page to say: here the wall is that nothing else opens to them at any hour.
create view guard.urgent_referral as
select u.referral_id from undecided_referral u
join referral r on r.id = u.referral_id
join referral_rating rated on rated.referral_id = u.referral_id
where r.immediate_danger or r.missing_now = 'yes' or r.need_level = 4 or rated.brag = 'red';

-- `offset 0` and the mention of the worker keep the roles first: for everybody who has none of these, nothing else is read.
create view guard.referrals_involvement as
select r.worker_id, c.child_id, 'a referral at the MASH' why, r.since, r.until
from worker_role r
cross join lateral (
  select rc.child_id from guard.mash_referral w join subject_child rc on rc.referral_id = w.referral_id
  where r.worker_id is not null offset 0
) c
where r.role in ('mash_screener', 'mash_manager')
union all
select r.worker_id, c.child_id, 'an urgent referral', r.since, r.until
from worker_role r
cross join lateral (
  select rc.child_id from guard.urgent_referral w join subject_child rc on rc.referral_id = w.referral_id
  where r.worker_id is not null offset 0
) c
where r.role = 'edt';
