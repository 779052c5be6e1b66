-- What is inside the files, one row a piece of evidence to search in, and what units say about honest doubts.

do $$ begin
  create extension if not exists pg_trgm;
exception when others then
  raise exception 'Zona needs pg_trgm, which comes with PostgreSQL (package postgresql-contrib): %. Let whoever administers the server run "create extension pg_trgm" in this database once, then start again.', sqlerrm;
end $$;

-- A file without a row waits to be read.
create table evidence_content (
  sha256 text primary key references file_object (sha256) on delete cascade,
  state text not null check (state in ('reading', 'read', 'failed')),
  -- A file during whose reading the process died is tried again, but not for ever.
  attempts integer not null default 1,
  started_at timestamptz not null,
  -- Why there is no text: the word of the problem.
  problem text,
  text text not null default '',
  pages integer,
  -- What the words seem to say about the document: title, number, date, kind.
  suggested jsonb not null default '{}',
  warnings text[] not null default '{}',
  -- WebP of the picture or the first page.
  thumbnail bytea
);
create index evidence_content_unfinished on evidence_content (started_at) where state = 'reading';

-- Kept by triggers, so that no way of writing can forget it.
create table evidence_search (
  evidence_id uuid primary key references evidence (id) on delete cascade,
  unit_id uuid not null,
  kind text not null,
  state text not null,
  restricted boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  -- Of the document, else of the period that it proves, else of the upload.
  year integer not null,
  -- Title and number (A), keywords (B), file name or title of the address (C).
  head tsvector not null,
  -- The same with the text inside (D).
  words tsvector not null
);
-- Read far more often than written: unpacking would cost more than the room it saves.
alter table evidence_search alter column words set storage external;
create index evidence_search_unit on evidence_search (unit_id, created_at);
create index evidence_search_head on evidence_search using gin (head);
create index evidence_search_words on evidence_search using gin (words);

-- Every word that occurs anywhere, to find what was mistyped. It is never shown to anybody.
create table evidence_word (word text primary key);
create index evidence_word_like on evidence_word using gin (word gin_trgm_ops);

-- "800/12-ZI_2026.pdf" is found by each of its parts.
create function evidence_parts(raw text) returns text language sql immutable as $$
  select translate(raw, '/._-', '    ')
$$;

-- The first 250,000 characters of a text are searched, some 80 pages: a tsvector cannot hold a book.
create function refresh_evidence_search(ids uuid[]) returns void language plpgsql as $$
begin
  insert into evidence_search
    (evidence_id, unit_id, kind, state, restricted, created_by, created_at, year, head, words)
  select e.id, e.unit_id, e.kind, e.state, e.confidentiality = 'restricted', e.created_by, e.created_at,
    extract(year from coalesce(e.document_date, e.period_from, (e.created_at at time zone 'UTC')::date)),
    named.head,
    named.head || to_tsvector('indonesian', evidence_parts(left(coalesce(c.text, ''), 250000)))
  from evidence e
  join evidence_version v on v.evidence_id = e.id and v.no = e.version
  left join evidence_content c on c.sha256 = v.sha256
  cross join lateral (
    select setweight(to_tsvector('indonesian', evidence_parts(e.title || ' ' || e.document_number)), 'A')
      || setweight(to_tsvector('indonesian', evidence_parts(array_to_string(e.keywords, ' '))), 'B')
      || setweight(to_tsvector('indonesian', evidence_parts(coalesce(v.file_name, v.url_title, ''))), 'C') as head
  ) named
  where e.id = any (ids)
  on conflict (evidence_id) do update set
    kind = excluded.kind, state = excluded.state, restricted = excluded.restricted, year = excluded.year,
    head = excluded.head, words = excluded.words;

  insert into evidence_word (word)
  select distinct token.lexeme
  from evidence e
  join evidence_version v on v.evidence_id = e.id and v.no = e.version
  left join evidence_content c on c.sha256 = v.sha256
  cross join lateral unnest(to_tsvector('simple', evidence_parts(concat_ws(' ', e.title,
    array_to_string(e.keywords, ' '), v.file_name, v.url_title, left(c.text, 250000))))) as token
  where e.id = any (ids) and token.lexeme ~ '^[[:alpha:]]{4,30}$'
  order by token.lexeme
  on conflict do nothing;
end $$;

create function evidence_was_changed() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'evidence' then
    perform refresh_evidence_search(array(select id from fresh));
  elsif tg_table_name = 'evidence_version' then
    perform refresh_evidence_search(array(select evidence_id from fresh));
  else
    perform refresh_evidence_search(array(
      select v.evidence_id from evidence_version v join fresh on fresh.sha256 = v.sha256
    ));
  end if;
  return null;
end $$;
create trigger evidence_searched after update on evidence
  referencing new table as fresh for each statement execute function evidence_was_changed();
-- A piece is nothing to find before it has its first version.
create trigger evidence_version_searched after insert on evidence_version
  referencing new table as fresh for each statement execute function evidence_was_changed();
create trigger evidence_content_searched after update on evidence_content
  referencing new table as fresh for each statement execute function evidence_was_changed();

select refresh_evidence_search(array(select id from evidence));

-- What a unit wrote about a finding of the honesty checks. Findings are computed, explanations are kept.
create table evidence_explanation (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  year integer not null,
  -- The facts that were explained; other facts, another key.
  key text not null,
  -- What it is about, whatever the facts are.
  subject text not null,
  text text not null check (text <> ''),
  explained_by text not null references auth_user (id),
  explained_at timestamptz not null
);
create index evidence_explanation_unit on evidence_explanation (unit_id, year, explained_at);
create trigger evidence_explanation_append_only before update or delete on evidence_explanation
  for each row execute function evidence_keeps_its_past();
