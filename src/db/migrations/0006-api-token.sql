-- Tokens with which a program acts as a person. A token never may more than its person.

create table api_token (
  id uuid primary key,
  user_id text not null references auth_user (id) on delete cascade,
  name text not null check (name <> ''),
  scope text not null check (scope in ('read', 'write')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check (created_at < expires_at)
);
create index api_token_user on api_token (user_id);
