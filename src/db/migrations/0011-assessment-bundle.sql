-- What proves a closed self-assessment to anyone, and the keys that it was signed with.

-- Public keys only. One that signed something stays known after the agency took another.
create table signing_key (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  public_key text not null check (public_key ~ '^[0-9a-f]{64}$'),
  first_used_at timestamptz not null
);

-- Written in the transaction that closes the cycle. The bytes stand here and not in the object store, so that
-- there is no closed cycle without its bundle and no bundle of a cycle that stayed open.
create table assessment_bundle (
  cycle_id uuid primary key references assessment_cycle (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  key_fingerprint text not null references signing_key (fingerprint),
  closed_at timestamptz not null
);
create index assessment_bundle_key on assessment_bundle (key_fingerprint);

create trigger signing_key_append_only before update or delete on signing_key
  for each row execute function assessment_keeps_its_past();
create trigger assessment_bundle_append_only before update or delete on assessment_bundle
  for each row execute function assessment_keeps_its_past();
