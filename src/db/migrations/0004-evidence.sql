-- Evidence: bytes that are stored once, what is known about them, and whom they convinced.

-- The object stands in the store before its row does, so a row never names bytes that are not there.
create table file_object (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  -- As the content says, whatever the name said.
  type text not null,
  stored_at timestamptz not null,
  -- Null: no virus scanner has looked at it.
  scanned_at timestamptz
);

-- A file on its way into a piece of evidence: sent whole by a form, or in parts by tus.
create table upload (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  created_by text not null references auth_user (id),
  file_name text not null check (file_name <> ''),
  -- The size that the sender announced; null where it did not.
  size bigint,
  received bigint not null default 0,
  -- Set once every byte has arrived, was accepted and is durable.
  sha256 text references file_object (sha256),
  type text,
  warnings text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  check (sha256 is null or type is not null)
);
create index upload_owner on upload (created_by, unit_id);
create index upload_expiry on upload (expires_at);
create index upload_object on upload (sha256);

create table evidence (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  title text not null check (title <> ''),
  kind text not null,
  document_number text not null default '',
  -- The document's own date, which is not the day it was uploaded.
  document_date date,
  period_from date,
  period_to date,
  valid_until date,
  -- Where in the document the proof stands, in the reader's words: "hal. 12".
  page text not null default '',
  language text not null default 'id',
  keywords text[] not null default '{}',
  confidentiality text not null default 'internal'
    check (confidentiality in ('open', 'internal', 'restricted')),
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'returned')),
  -- The number of the version that counts; older ones stay.
  version integer not null default 1,
  -- Raised by every change: a form that was filled in against an older one is refused.
  revision integer not null default 1,
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (period_from is null or period_to is null or period_from <= period_to)
);
create index evidence_unit on evidence (unit_id, created_at);
create index evidence_unit_state on evidence (unit_id, state);

-- A version is a file or the address of something elsewhere, and never changes.
create table evidence_version (
  evidence_id uuid not null references evidence (id),
  no integer not null check (no > 0),
  sha256 text references file_object (sha256),
  file_name text,
  type text,
  url text,
  -- What the address answered with, and on which day; null where nobody could look.
  url_title text,
  url_checked_on date,
  warnings text[] not null default '{}',
  uploaded_by text not null references auth_user (id),
  uploaded_at timestamptz not null,
  primary key (evidence_id, no),
  check ((sha256 is null) <> (url is null)),
  check (sha256 is null or (file_name is not null and type is not null))
);
create index evidence_version_object on evidence_version (sha256);

-- What a piece of evidence proves: an obligation (and which of the items asked for), an instrument item, or both.
create table evidence_link (
  id uuid primary key,
  evidence_id uuid not null references evidence (id),
  -- Null once a re-imported plan has dropped the obligation; `subject` still says what it was.
  obligation_id uuid references obligation (id) on delete set null,
  -- The words of the evidence slot, since a re-import makes the slots anew. Empty: the obligation as a whole.
  slot_text text not null default '',
  item_code text,
  subject text not null,
  page text not null default '',
  created_by text not null references auth_user (id),
  created_at timestamptz not null
);
create unique index evidence_link_obligation on evidence_link (obligation_id, slot_text, evidence_id)
  where obligation_id is not null;
create unique index evidence_link_item on evidence_link (item_code, evidence_id) where item_code is not null;
create index evidence_link_evidence on evidence_link (evidence_id);

create table evidence_review (
  id uuid primary key,
  evidence_id uuid not null,
  version integer not null,
  decision text not null check (decision in ('accepted', 'returned')),
  reason text not null default '',
  -- The facts as they stood when they were reviewed.
  facts jsonb not null,
  reviewed_by text not null references auth_user (id),
  reviewed_at timestamptz not null,
  foreign key (evidence_id, version) references evidence_version (evidence_id, no),
  check (decision = 'accepted' or reason <> '')
);
create index evidence_review_evidence on evidence_review (evidence_id, reviewed_at);

-- An address that can be pasted elsewhere; it opens with a code and until a day.
create table share_link (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  evidence_id uuid references evidence (id),
  item_code text,
  year integer,
  code_hash text not null,
  expires_at timestamptz not null,
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_opened_at timestamptz,
  check ((evidence_id is null) <> (item_code is null))
);
create index share_link_unit on share_link (unit_id);
create index share_link_evidence on share_link (evidence_id);

create function evidence_keeps_its_past() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name;
end $$;
create trigger evidence_version_append_only before update or delete on evidence_version
  for each row execute function evidence_keeps_its_past();
create trigger evidence_review_append_only before update or delete on evidence_review
  for each row execute function evidence_keeps_its_past();
