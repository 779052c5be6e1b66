-- The official wording, which an agency takes over from its own workbook, and workbooks waiting for a look.

-- Shown in place of Zona's words to the unit and those below it. What an answer is worth never comes from here.
create table instrument_wording (
  unit_id uuid not null references unit (id),
  instrument_hash text not null references instrument (hash),
  -- By code: the text, and what each option means.
  wording jsonb not null,
  file_name text not null,
  taken_by text not null references auth_user (id),
  taken_at timestamptz not null,
  primary key (unit_id, instrument_hash)
);
create index instrument_wording_instrument on instrument_wording (instrument_hash);

-- What was read out of a workbook until it is confirmed; kept for a day.
create table assessment_workbook (
  id uuid primary key,
  cycle_id uuid not null references assessment_cycle (id),
  file_name text not null,
  content jsonb not null,
  created_by text not null references auth_user (id) on delete cascade,
  created_at timestamptz not null
);
create index assessment_workbook_cycle on assessment_workbook (cycle_id);
create index assessment_workbook_created on assessment_workbook (created_at);
