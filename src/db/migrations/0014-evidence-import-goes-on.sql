-- An import whose process died goes on by itself, and no file can keep it from its end.

alter table evidence_import
  -- Who started it last: it goes on in this person's name, as long as they may import.
  add column started_by text references auth_user (id),
  -- Counted up by each process that takes it; one that holds an older number has lost it.
  add column run integer not null default 0,
  -- Processes in a row that died before they had a file behind them.
  add column deaths integer not null default 0;

alter table evidence_import_file
  -- Times it was taken in hand without an end, which is a process that died with it.
  add column tries integer not null default 0;

update evidence_import set started_by = created_by where state <> 'ready';
