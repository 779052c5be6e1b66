-- What an agency's list of employees carries, and a list that was read but not yet confirmed.

alter table employee add column rank text not null default '';

-- Personal data waits here only between the preview and the answer; each new list clears those of a day ago.
create table employee_import (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  file_name text not null,
  content jsonb not null,
  created_by text not null references auth_user (id) on delete cascade,
  created_at timestamptz not null
);
create index employee_import_created on employee_import (created_at);
