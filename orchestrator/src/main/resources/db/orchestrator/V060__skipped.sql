-- Tasks of the plan that were none: the item has no such form.
alter table lane add column skipped bigint not null default 0;
