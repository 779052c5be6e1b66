-- A sweep says here which object it is about to remove, so that neither it nor an upload asks the store while a
-- transaction waits.

create table object_removal (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Counted up by each removal. Whoever saw the object under another number may have seen one that is gone.
  no integer not null check (no > 0),
  begun_at timestamptz not null,
  -- False for ever where the sweep died: nobody knows whether the store still removes it.
  over boolean not null
);
