-- What was said of danger has three values: "no" is an answer, and nothing on record is none. A row brought in from an
-- earlier system was never asked.
alter table referral add missing_now text check (missing_now in ('yes', 'no', 'not_known'));
alter table referral alter immediate_danger drop default, alter immediate_danger drop not null;
update referral set immediate_danger = null where channel = 'import';
update referral r set missing_now = case a.answer when 'Yes' then 'yes' when 'No' then 'no' else 'not_known' end
from (
  select w.id, said ->> 'answer' answer from referral w, jsonb_path_query(w.answers, '$[*] ? (@.key == "danger").said[*]') said
  where said ->> 'ask' = 'Is a child missing now?'
) a where a.id = r.id;
