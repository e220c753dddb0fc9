create table api_key (
    id         text collate "C" primary key,
    name       text not null,
    group_id   text collate "C" not null,
    role       text not null,
    -- HMAC-SHA-256 of the secret under the pepper, which is not in the database.
    hash       bytea not null,
    -- Given by configuration, which also takes it away.
    configured boolean not null default false,
    created_at timestamptz not null,
    last_used  timestamptz,
    revoked_at timestamptz
);

create table web_session (
    token_hash bytea primary key,
    key_id     text collate "C" not null references api_key on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index web_session_expiry on web_session (expires_at);
