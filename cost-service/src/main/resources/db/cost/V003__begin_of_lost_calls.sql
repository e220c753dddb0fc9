-- Until when a call may still begin: before that, a provider is not asked about it.
alter table waiting_call add column open_until timestamptz;
update waiting_call set open_until = occurred_at;
alter table waiting_call alter column open_until set not null;
