-- The outcome of each sample, with the attempt that decided it. Written once, never changed.
create table sample (
    run_key         bigint not null,
    model           smallint not null,
    item            integer not null,
    repeat          integer not null,
    attempt         integer not null,
    outcome         smallint not null,
    http_status     smallint,
    total_us        bigint,
    first_token_us  bigint,
    queued_us       bigint,
    started_us      bigint,
    input_tokens    integer,
    cached_tokens   integer,
    output_tokens   integer,
    reasoning_tokens integer,
    estimated       boolean,
    call_id         text collate "C",
    worker          text not null,
    failure         text,
    message         text,
    finish_reason   text,
    item_id         text not null,
    category        text,
    headers         text,
    answer          text,
    primary key (run_key, model, item, repeat)
);

-- Few samples are not answered, and those are asked for by themselves.
create index sample_not_answered on sample (run_key, model, item, repeat) where outcome <> 1;

-- Attempts that did not decide a sample: failures that were tried again, and repeated calls.
create table attempt (
    run_key         bigint not null,
    model           smallint not null,
    item            integer not null,
    repeat          integer not null,
    attempt         integer not null,
    outcome         smallint not null,
    http_status     smallint,
    total_us        bigint,
    first_token_us  bigint,
    queued_us       bigint,
    started_us      bigint,
    input_tokens    integer,
    cached_tokens   integer,
    output_tokens   integer,
    reasoning_tokens integer,
    estimated       boolean,
    call_id         text collate "C",
    worker          text not null,
    failure         text,
    message         text,
    headers         text,
    primary key (run_key, model, item, repeat, attempt)
);

create table outcome_count (
    run_key   bigint not null,
    model     smallint not null,
    answered  bigint not null,
    refused   bigint not null,
    failed    bigint not null,
    cancelled bigint not null,
    primary key (run_key, model)
);

create table sample_score (
    run_key   bigint not null,
    model     smallint not null,
    item      integer not null,
    repeat    integer not null,
    revision  integer not null,
    scores    jsonb not null,
    extracted text,
    primary key (run_key, model, item, repeat)
);

create table score_count (
    run_key  bigint not null,
    model    smallint not null,
    revision integer not null,
    scored   bigint not null,
    primary key (run_key, model, revision)
);

-- The latest aggregates of a run; the headline is the first metric of each model over all.
create table aggregate (
    run_key    bigint primary key,
    revision   integer not null,
    is_final   boolean not null,
    outcomes   bigint not null,
    headline   text not null,
    aggregates text not null
);

-- The latest ledger entry of each call. The event's id says which of two entries is later.
create table charge (
    run_key       bigint not null,
    call_id       text collate "C" not null,
    model         smallint not null,
    item          integer not null,
    repeat        integer not null,
    attempt       integer not null,
    status        smallint not null,
    estimated     boolean not null,
    input_tokens  integer not null,
    cached_tokens integer not null,
    output_tokens integer not null,
    reasoning_tokens integer not null,
    amount        numeric,
    event_id      text collate "C" not null,
    primary key (run_key, call_id)
);

create table charge_total (
    run_key     bigint not null,
    model       smallint not null,
    entries     bigint not null,
    confirmed   bigint not null,
    unconfirmed bigint not null,
    voided      bigint not null,
    unpriced    bigint not null,
    amount      numeric not null,
    primary key (run_key, model)
);

-- The report of a finished run, as it was sent, and the count of changes that it knows.
create table report (
    run_key  bigint primary key references run on delete cascade,
    changes  bigint not null,
    body     text not null
);
