-- Whom the MASH works with. Its team is not named: it has the referral, which is what is being read.
create view guard.referrals_team as
select c.child_id, null::uuid as team_id from subject_child c
where exists (select from undecided_referral u where u.referral_id = c.referral_id)
  or exists (select from decision d where d.referral_id = c.referral_id and d.decided_at >= guard.mash_works_since());
