create table run (
    run_key         bigint generated always as identity primary key,
    run_id          text   not null unique,
    group_id        text   not null,
    definition      text   not null,             -- as planned
    pipelines       text,                        -- those of the latest scoring, where they differ
    metrics         text,
    revision        int    not null default 1,
    recorded        bigint not null default 0,   -- final outcomes that are stored
    expected        bigint,                      -- how many there will be, once the run is settled
    final_revision  int    not null default 0    -- the latest revision whose final aggregates are published
);

-- The one outcome of each sample, with what is needed to score it again without any call.
create table outcome (
    run_id    text     not null,
    model     int      not null,
    item      int      not null,
    repeat    int      not null,
    group_id  text     not null,
    kind      text     not null,
    category  text,
    answer    text,
    judged_by text,                              -- references and choices
    extracted text,                              -- by pipeline; null until scored
    scores    text,                              -- by metric label; null until scored
    primary key (run_id, model, item, repeat)
);
