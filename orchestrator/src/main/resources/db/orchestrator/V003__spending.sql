-- What a run with a budget has cost so far, as the cost service says: calls with a charge, their sum, the dearest one.
alter table run
    add column spent_calls bigint not null default 0,
    add column spent numeric not null default 0,
    add column dearest_call numeric not null default 0;
