-- Datasets by content. A row without a hash is an upload that is still coming in.
create table dataset (
    dataset_key  bigint generated always as identity primary key,
    hash         text collate "C" unique,
    items        integer not null default 0,
    bytes        bigint not null default 0,
    -- Per field: in how many items it stands, and the line of the first item that lacks it.
    fields       text,
    -- The Kafka cluster that has all its chunks, and since when.
    published_to text,
    published_at timestamptz,
    created_at   timestamptz not null
);

create index dataset_staged on dataset (created_at) where hash is null;

create table dataset_item (
    dataset_key bigint not null references dataset on delete cascade,
    item        integer not null,
    line        integer not null,
    item_id     text not null,
    body        text not null,
    primary key (dataset_key, item)
);

-- Which groups brought this content along: nobody else learns that it is here.
create table dataset_access (
    dataset_key bigint not null references dataset on delete cascade,
    group_id    text collate "C" not null,
    granted_at  timestamptz not null,
    primary key (dataset_key, group_id)
);

create table run (
    run_key          bigint generated always as identity primary key,
    run_id           text collate "C" not null unique,
    group_id         text collate "C" not null,
    name             text not null,
    state            text not null,
    reason           text,
    definition       text not null,
    estimate         text not null,
    -- Of all its prices.
    currency         text not null,
    manifest         text,
    -- Pipelines and metrics of the latest scoring, where it is not the definition's.
    scoring          text,
    revision         integer not null default 1,
    settled_outcomes bigint,
    settled_calls    bigint,
    -- What the orchestrator said; shown as state when everything that belongs to it has arrived here.
    pending_state    text,
    pending_reason   text,
    pending_at       timestamptz,
    -- Counts what became known of the run after it ended; a stored report is valid for one count.
    changes          bigint not null default 0,
    submitted_at     timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz
);

create index run_of_group on run (group_id, run_key);
create index run_active on run (run_key) where finished_at is null;
create index run_pending on run (run_key) where pending_state is not null;

create table idempotency (
    group_id     text collate "C" not null,
    request_key  text collate "C" not null,
    body_hash    text not null,
    run_key      bigint not null references run on delete cascade,
    created_at   timestamptz not null,
    primary key (group_id, request_key)
);

-- What has to reach the broker and was decided in the same transaction as the rows it speaks of.
create table outbox (
    outbox_key   bigint generated always as identity primary key,
    topic        text not null,
    record_key   text not null,
    event        text not null,
    -- Its chunks have to be on the broker first.
    dataset_key  bigint references dataset,
    created_at   timestamptz not null
);

create index outbox_of_key on outbox (record_key, outbox_key);
