-- A price that held for a model from one time to another. An amount is never edited: a new price closes the row before
-- it and opens one of its own. Amounts are per million tokens, exact, in the currency given.
create table price_point (
    id                        bigint primary key,
    source                    text        not null check (source in ('REGISTRY', 'LITELLM', 'BUILT_IN')),
    subject                   text        not null,
    currency                  text        not null,
    input_per_million         numeric     not null check (input_per_million >= 0),
    cached_input_per_million  numeric     check (cached_input_per_million >= 0),
    output_per_million        numeric     not null check (output_per_million >= 0),
    reasoning_per_million     numeric     check (reasoning_per_million >= 0),
    effective_from            timestamptz not null,
    effective_to              timestamptz
);

create sequence price_point_seq increment by 50;

create unique index price_point_in_force on price_point (source, subject) where effective_to is null;

-- Prices that hold instead, for all tokens of a call, when its prompt is longer than (or as long as) a threshold.
create table price_tier (
    price_point_id            bigint  not null references price_point (id),
    position                  int     not null,
    threshold                 bigint  not null check (threshold > 0),
    inclusive                 boolean not null,
    input_per_million         numeric not null check (input_per_million >= 0),
    cached_input_per_million  numeric check (cached_input_per_million >= 0),
    output_per_million        numeric not null check (output_per_million >= 0),
    reasoning_per_million     numeric check (reasoning_per_million >= 0),
    primary key (price_point_id, position)
);

-- One immutable version of the prices of all registered models. The greatest revision is in force.
create table price_book (
    revision     bigint primary key,
    version      text        not null unique,
    currency     text        not null,
    activated_at timestamptz not null,
    source       text        not null
);

create table price_book_entry (
    revision       bigint not null references price_book (revision),
    model          text   not null,
    price_point_id bigint not null references price_point (id),
    primary key (revision, model)
);
