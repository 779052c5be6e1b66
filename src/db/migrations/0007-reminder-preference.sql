-- Which reminders a person wants by mail, and on which day of the week the letter about late ones comes.

alter table reminder_preference
  add column upcoming boolean not null default true,
  add column due boolean not null default true,
  add column late boolean not null default true,
  add column late_weekday integer not null default 1 check (late_weekday between 1 and 7);
update reminder_preference set upcoming = false, due = false, late = false where not email;
alter table reminder_preference drop column email;
