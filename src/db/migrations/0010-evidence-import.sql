-- Evidence on its way in from a shared drive, and links under which a piece is shown outside.

-- What was shared stays what it was: the link names a version, and a later one needs a link of its own.
alter table share_link add column version integer not null default 1;
alter table share_link add column opened integer not null default 0;
create unique index share_link_code on share_link (code_hash);

create table evidence_import (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  year integer not null,
  -- A ZIP lies in the store, a folder on the server, links came with their list.
  source text not null check (source in ('zip', 'folder', 'links')),
  -- The name of the file, or the folder's path.
  name text not null,
  sha256 text references file_object (sha256) on delete set null,
  state text not null check (state in ('ready', 'running', 'stopped', 'done')),
  -- Why it stopped in the middle: the word of the problem.
  problem text,
  -- Moved on while somebody works on it: one that stands still may be taken up again.
  alive_at timestamptz,
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  finished_at timestamptz
);
create index evidence_import_unit on evidence_import (unit_id, created_at);
create index evidence_import_object on evidence_import (sha256);

create table evidence_import_file (
  id uuid primary key,
  import_id uuid not null references evidence_import (id) on delete cascade,
  position integer not null,
  path text not null,
  url text,
  size bigint,
  -- Where it seems to belong, why, and how sure that is.
  confidence integer not null default 0,
  reasons jsonb not null default '[]',
  -- Places that fit, best first.
  suggested jsonb not null default '[]',
  choice text not null check (choice in ('take', 'skip')),
  -- Null: taken as evidence of the unit that proves nothing yet.
  obligation_id uuid references obligation (id) on delete set null,
  slot_text text not null default '',
  state text not null default 'listed' check (state in ('listed', 'taken', 'refused')),
  -- Why it was not offered or not taken.
  problem jsonb,
  evidence_id uuid references evidence (id),
  -- Of a link: the day somebody last looked, and whether it answered.
  checked_on date,
  answered boolean,
  unique (import_id, position)
);
create index evidence_import_file_state on evidence_import_file (import_id, state);
