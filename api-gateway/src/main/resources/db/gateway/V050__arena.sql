create table arena (
    arena_key   bigint generated always as identity primary key,
    arena_id    text collate "C" not null unique,
    group_id    text collate "C" not null,
    name        text not null,
    -- Decides with the number of a battle which answers it shows, and which one first. Nobody is told.
    seed        bigint not null,
    -- How many battles its runs' answers give at most: pairs of models, times items that both have answered.
    comparisons bigint not null,
    issued      bigint not null default 0,
    -- Counts what changed its votes; a board that was computed is valid for one count.
    changes     bigint not null default 0,
    created_by  text not null,
    created_at  timestamptz not null
);

create index arena_of_group on arena (group_id, arena_key);

-- Models by name. Those without a run are known from votes of files only.
create table arena_model (
    arena_key bigint not null references arena on delete cascade,
    model     smallint not null,
    name      text collate "C" not null,
    run_key   bigint references run,
    run_model smallint,
    primary key (arena_key, model),
    unique (arena_key, name)
);

-- What somebody was shown. Model A is the one on the left.
create table arena_battle (
    battle_id  text collate "C" primary key,
    arena_key  bigint not null references arena on delete cascade,
    voter      text collate "C" not null,
    item       integer not null,
    model_a    smallint not null,
    model_b    smallint not null,
    repeat_a   integer not null,
    repeat_b   integer not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    skipped    boolean not null default false,
    voted      boolean not null default false
);

create index arena_battle_open on arena_battle (arena_key, voter, issued_at) where not voted;

-- Written once, never changed; what is taken back has a row in arena_withdrawal.
create table arena_vote (
    vote_key   bigint generated always as identity primary key,
    arena_key  bigint not null references arena on delete cascade,
    -- The battle that it answers; null for votes of files.
    battle_id  text collate "C" unique,
    voter      text not null,
    voted_by   text collate "C" not null,
    voted_at   timestamptz not null,
    question   text,
    item       integer,
    model_a    smallint not null,
    model_b    smallint not null,
    winner     text not null,
    length_a   float8,
    headings_a float8,
    lists_a    float8,
    bold_a     float8,
    length_b   float8,
    headings_b float8,
    lists_b    float8,
    bold_b     float8
);

create index arena_vote_in_order on arena_vote (arena_key, vote_key);
create index arena_vote_of_item on arena_vote (arena_key, item) where item is not null;

create table arena_withdrawal (
    vote_key     bigint primary key references arena_vote on delete cascade,
    withdrawn_at timestamptz not null
);

-- The same file twice would count its votes twice.
create table arena_import (
    arena_key   bigint not null references arena on delete cascade,
    hash        text collate "C" not null,
    votes       integer not null,
    imported_at timestamptz not null,
    primary key (arena_key, hash)
);
