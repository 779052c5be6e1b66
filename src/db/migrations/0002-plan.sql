-- The plan of a unit and a year, what it obliges to and when, and how it came to be.

create table plan (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  year integer not null check (year between 2000 and 2100),
  title text not null,
  status text not null check (status in ('draft', 'submitted', 'approved', 'published')),
  -- Counts the approvals; 0 before the first. A change after an approval makes the plan a draft again.
  version integer not null default 0,
  -- Raised by every change: a form that was filled in against an older one is refused.
  revision integer not null default 1,
  source_name text,
  source_sha256 text,
  approved_by text references auth_user (id),
  approved_at timestamptz,
  published_at timestamptz,
  public_version integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (unit_id, year)
);

-- What was approved, as it stood, for ever.
create table plan_version (
  plan_id uuid not null references plan (id),
  version integer not null,
  content jsonb not null,
  approved_by text not null references auth_user (id),
  approved_at timestamptz not null,
  note text not null default '',
  primary key (plan_id, version)
);

create table plan_area (
  plan_id uuid not null references plan (id),
  code text not null check (code in ('MP', 'TT', 'SDM', 'AK', 'PW', 'PP')),
  label text not null,
  position integer not null,
  primary key (plan_id, code)
);

create table sub_component (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  area text not null,
  no text not null,
  name text not null,
  position integer not null,
  foreign key (plan_id, area) references plan_area (plan_id, code)
);
create index sub_component_plan on sub_component (plan_id);

create table indicator (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  sub_component_id uuid not null references sub_component (id),
  text text not null,
  owner_text text,
  position integer not null
);
create index indicator_plan on indicator (plan_id);
create index indicator_sub_component on indicator (sub_component_id);

create table action (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  indicator_id uuid not null references indicator (id),
  text text not null,
  position integer not null,
  person_id uuid references employee (id)
);
create index action_plan on action (plan_id);
create index action_indicator on action (indicator_id);
create index action_person on action (person_id);

create table evidence_slot (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  indicator_id uuid not null references indicator (id),
  text text not null,
  position integer not null
);
create index evidence_slot_plan on evidence_slot (plan_id);
create index evidence_slot_indicator on evidence_slot (indicator_id);

-- A schedule belongs to its indicator's actions, or to one of them when action_id is set.
create table schedule (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  indicator_id uuid not null references indicator (id),
  action_id uuid references action (id),
  text text not null,
  start_date date,
  kind text not null,
  reading jsonb not null,
  position integer not null
);
create index schedule_plan on schedule (plan_id);
create index schedule_indicator on schedule (indicator_id);

create table obligation (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  action_id uuid not null references action (id),
  schedule_id uuid references schedule (id),
  from_date date,
  due date not null,
  person_id uuid references employee (id),
  state text not null default 'open' check (state in ('open', 'done', 'waived')),
  done_on date,
  note text not null default '',
  settled_by text references auth_user (id),
  settled_at timestamptz,
  unique (action_id, due),
  check ((state = 'done') = (done_on is not null)),
  check (state <> 'waived' or note <> '')
);
create index obligation_plan_due on obligation (plan_id, due);
create index obligation_person on obligation (person_id, due);

create table plan_change (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  at timestamptz not null,
  actor_id text references auth_user (id),
  kind text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  reason text not null default ''
);
create index plan_change_plan on plan_change (plan_id, at);

-- A file that was read but not yet confirmed, with the corrections made so far.
create table plan_import (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  year integer not null,
  file_name text not null,
  sha256 text not null,
  size integer not null,
  document jsonb not null,
  revision integer not null default 1,
  status text not null check (status in ('preview', 'confirmed', 'discarded')),
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  confirmed_at timestamptz
);
create index plan_import_unit on plan_import (unit_id, created_at);

create table chapter (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  key text not null,
  title text not null,
  body text not null,
  position integer not null,
  revision integer not null default 1,
  updated_by text references auth_user (id),
  updated_at timestamptz not null,
  unique (plan_id, key)
);

-- The unit's figures that chapters merge in. A percent is computed, never stored.
create table unit_figure (
  unit_id uuid not null references unit (id),
  year integer not null,
  key text not null,
  value text not null,
  source text not null default '',
  updated_by text references auth_user (id),
  updated_at timestamptz not null,
  primary key (unit_id, year, key)
);
