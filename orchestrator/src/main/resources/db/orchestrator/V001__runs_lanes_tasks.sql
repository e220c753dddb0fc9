-- A run's backlog is a cursor per model (lane) and the tasks that are on their way or wait for another try.
-- Nothing is stored per sample before it is dispatched or after it is settled: a run of a million samples costs as
-- much here as one of ten.
create table run (
    run_id      text        primary key,
    group_id    text        not null,
    state       text        not null,
    ending      text,                      -- the final state that was decided while tasks were still on their way
    reason      text,
    definition  text        not null,
    manifest    text        not null,
    calls       bigint      not null default 0,
    revision    int         not null default 1,
    scored      boolean     not null default false,
    charged     boolean     not null default false,
    created_at  timestamptz not null,
    settled_at  timestamptz,
    ended_at    timestamptz
);
create index run_active on run (created_at) where state not in ('COMPLETE', 'PARTIAL', 'FAILED', 'CANCELLED');

create table lane (
    run_id    text   not null references run,
    group_id  text   not null,
    model     int    not null,
    cursor    bigint not null,
    total     bigint not null,
    answered  bigint not null default 0,
    refused   bigint not null default 0,
    failed    bigint not null default 0,
    cancelled bigint not null default 0,
    primary key (run_id, model)
);

create table task (
    run_id     text        not null,
    group_id   text        not null,
    model      int         not null,
    item       int         not null,
    repeat     int         not null,
    attempt    int         not null,
    tries_left int         not null,
    phase      text        not null,       -- WAITING, DISPATCHED or ACCEPTED
    call_id    text,
    due        timestamptz not null,       -- not before, start by, or lease until, by phase
    primary key (run_id, model, item, repeat)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000);

-- How far each topic's events are part of this state; written in the same transaction.
create table consumed (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Events that belong to a committed change and may not have been published yet.
create table outbox (
    id      bigint generated always as identity primary key,
    topic   text  not null,
    key     text  not null,
    payload bytea
);

create table dataset (
    hash        text primary key,
    group_id    text not null,
    total_items int  not null
);

create table dataset_item (
    hash    text not null,
    item    int  not null,
    item_id text not null,
    body    text not null,
    primary key (hash, item)
);
