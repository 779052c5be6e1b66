-- Calendar addresses that can be revoked, and what was sent to whom on which day.

create table feed (
  id uuid primary key,
  token_hash text not null unique,
  employee_id uuid references employee (id),
  unit_id uuid references unit (id),
  created_by text not null references auth_user (id),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check ((employee_id is null) <> (unit_id is null))
);

-- One row a person a day at most: the day's digest.
create table reminder_digest (
  employee_id uuid not null references employee (id),
  day date not null,
  status text not null check (status in ('claimed', 'sent', 'failed')),
  attempts integer not null default 0,
  error text not null default '',
  content jsonb not null,
  sent_at timestamptz,
  primary key (employee_id, day)
);

create table reminder_preference (
  employee_id uuid primary key references employee (id),
  email boolean not null default true,
  days_before integer not null default 3 check (days_before between 0 and 30)
);
