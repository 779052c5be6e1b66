-- The self-assessment: which instrument a unit fills in for a year, its answers, and how they came to be.

-- An instrument by the SHA-256 of its canonical JSON. It is never changed and never removed.
create table instrument (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  id text not null check (id <> ''),
  kind text not null check (kind in ('scored', 'checklist')),
  content jsonb not null,
  added_at timestamptz not null,
  unique (hash, kind)
);
create index instrument_id on instrument (id);

create table assessment_cycle (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  year integer not null check (year between 2000 and 2100),
  kind text not null check (kind in ('scored', 'checklist')),
  -- Chosen when the cycle starts and never changed.
  instrument_hash text not null,
  state text not null default 'open' check (state in ('open', 'submitted', 'reopened', 'closed')),
  -- Raised by every move from one state to the next: a form filled in against an older one is refused.
  version integer not null default 1,
  -- What the agency decides where no source does, as the instrument allows it.
  settings jsonb not null default '{}',
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  unique (unit_id, year, kind),
  foreign key (instrument_hash, kind) references instrument (hash, kind)
);
create index assessment_cycle_instrument on assessment_cycle (instrument_hash);

-- Each move of a cycle; `content` holds the answers with their versions and the score as they then stood.
create table assessment_move (
  cycle_id uuid not null references assessment_cycle (id),
  version integer not null,
  state text not null check (state in ('submitted', 'reopened', 'closed')),
  reason text not null default '',
  content jsonb not null,
  moved_by text not null references auth_user (id),
  moved_at timestamptz not null,
  primary key (cycle_id, version),
  check (state <> 'reopened' or reason <> '')
);

create table assessment_answer (
  cycle_id uuid not null references assessment_cycle (id),
  -- An item of the instrument, or `<predicate>:<condition>` for what must be true besides the score.
  code text not null check (code <> ''),
  -- Null while only an explanation was written.
  value jsonb,
  explanation text not null default '',
  -- Empty, or why the row went back to those who fill it in.
  returned_reason text not null default '',
  version integer not null check (version > 0),
  updated_by text not null references auth_user (id),
  updated_at timestamptz not null,
  primary key (cycle_id, code)
);

create table assessment_answer_history (
  cycle_id uuid not null references assessment_cycle (id),
  code text not null,
  version integer not null,
  change text not null check (change in ('saved', 'returned', 'carried')),
  value jsonb,
  explanation text not null,
  returned_reason text not null,
  changed_by text not null references auth_user (id),
  changed_at timestamptz not null,
  primary key (cycle_id, code, version)
);

-- How hard the unit thinks it is to raise an answer by one option: 1 is the least.
create table assessment_effort (
  cycle_id uuid not null references assessment_cycle (id),
  code text not null,
  effort integer not null check (effort between 1 and 100),
  primary key (cycle_id, code)
);

-- What proves an item proves it in one cycle: the same piece may serve again in the next year.
alter table evidence_link add column cycle_id uuid references assessment_cycle (id);
drop index evidence_link_item;
create unique index evidence_link_item on evidence_link (cycle_id, item_code, evidence_id)
  where cycle_id is not null;

create function assessment_keeps_its_past() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name;
end $$;
create trigger instrument_append_only before update or delete on instrument
  for each row execute function assessment_keeps_its_past();
create trigger instrument_not_emptied before truncate on instrument
  for each statement execute function assessment_keeps_its_past();
create trigger assessment_move_append_only before update or delete on assessment_move
  for each row execute function assessment_keeps_its_past();
create trigger assessment_answer_history_append_only before update or delete on assessment_answer_history
  for each row execute function assessment_keeps_its_past();

create function assessment_cycle_keeps_its_instrument() returns trigger language plpgsql as $$
begin
  if old.state = 'closed' then
    raise exception 'assessment cycle % is closed', old.id;
  end if;
  if (new.unit_id, new.year, new.kind, new.instrument_hash)
    is distinct from (old.unit_id, old.year, old.kind, old.instrument_hash) then
    raise exception 'assessment cycle % keeps its unit, year and instrument', old.id;
  end if;
  return new;
end $$;
create trigger assessment_cycle_pinned before update on assessment_cycle
  for each row execute function assessment_cycle_keeps_its_instrument();

-- The row lock makes an answer and a submission wait for each other; answers do not wait for answers.
create function assessment_cycle_must_be_open() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.cycle_id else new.cycle_id end;
  stands text;
begin
  if touched is not null then
    select state into stands from assessment_cycle where id = touched for share;
    if stands not in ('open', 'reopened') then
      raise exception 'assessment cycle % is %', touched, stands;
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger assessment_answer_while_open before insert or update or delete on assessment_answer
  for each row execute function assessment_cycle_must_be_open();
create trigger evidence_link_while_open
  before insert or delete or update of evidence_id, item_code, cycle_id, page on evidence_link
  for each row execute function assessment_cycle_must_be_open();
