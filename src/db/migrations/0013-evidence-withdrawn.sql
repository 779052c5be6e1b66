-- Evidence may be taken back while nobody accepted it. It stays, with its bytes and its past, and counts no more.
alter table evidence drop constraint evidence_state_check;
alter table evidence
  add constraint evidence_state_check check (state in ('submitted', 'accepted', 'returned', 'withdrawn'));
alter table evidence add column withdrawn_reason text not null default '';
alter table evidence
  add constraint evidence_withdrawn_why check ((state = 'withdrawn') = (withdrawn_reason <> ''));
