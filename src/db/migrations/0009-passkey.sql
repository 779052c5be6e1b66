-- Keys that open an account without a password; the private half never leaves the person's device.
create table passkey (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  name text not null check (name <> ''),
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);
