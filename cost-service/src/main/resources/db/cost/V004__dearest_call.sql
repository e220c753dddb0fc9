-- The most that one call cost: what another one may cost, for runs with a budget.
alter table run_model_total add column dearest numeric not null default 0;
