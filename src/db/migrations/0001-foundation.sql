-- Units, people, roles, sign-in, audit: what every feature stands on.

create table unit (
  id uuid primary key,
  parent_id uuid references unit (id),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  region text not null default '',
  kind text not null default '',
  site_url text not null default '',
  address text not null default '',
  zone text not null default 'Asia/Jakarta' check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  created_at timestamptz not null,
  closed_at timestamptz
);
create index unit_parent on unit (parent_id);

-- Names and columns of the auth_ tables follow better-auth's model.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create table auth_session (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_two_factor (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index auth_two_factor_user on auth_two_factor (user_id);
create table auth_rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Failed sign-ins since the last good one; an address is locked until the stated moment.
create table sign_in_failure (
  email text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table employee (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  user_id text unique references auth_user (id),
  nip text unique check (nip ~ '^[0-9]{18}$'),
  name text not null check (name <> ''),
  email text unique check (email = lower(email)),
  position text not null default '',
  phone text not null default '',
  active boolean not null default true,
  locale text not null default 'id' check (locale in ('id', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index employee_unit on employee (unit_id);

create table role_grant (
  id uuid primary key,
  employee_id uuid not null references employee (id),
  unit_id uuid not null references unit (id),
  role text not null,
  areas text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  granted_by text references auth_user (id),
  created_at timestamptz not null,
  check (valid_to is null or valid_from < valid_to)
);
create index role_grant_employee on role_grant (employee_id);
create index role_grant_unit on role_grant (unit_id);

-- Append only: each entry carries the hash of the one before it.
create table audit_entry (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id text,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid,
  detail jsonb not null,
  previous text not null,
  hash text not null unique
);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
create index audit_entry_unit on audit_entry (unit_id, seq);
create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();

-- The outcome of a form or call that was already carried out, so that sending it twice changes nothing.
create table request_key (
  actor_id text not null,
  key text not null,
  at timestamptz not null,
  outcome jsonb,
  primary key (actor_id, key)
);
create index request_key_at on request_key (at);
