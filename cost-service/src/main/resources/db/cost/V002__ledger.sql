-- A run as the ledger needs it. settled_* come with the orchestrator's word that every outcome is on the topic;
-- charged_* are what the last RunCharged said.
create table run (
    run_id           text collate "C" primary key,
    group_id         text        not null,
    benchmark        text        not null,
    price_book       text        not null,
    currency         text        not null,
    definition       text        not null,
    planned_at       timestamptz not null,
    settled_outcomes bigint,
    settled_calls    bigint,
    charged_at       timestamptz,
    charged_calls    bigint,
    charged_unpriced bigint,
    charged_total    numeric
);

create index run_by_group on run (group_id, run_id);
create index run_by_benchmark on run (benchmark, run_id);
create index run_not_charged on run (run_id) where settled_calls is not null and charged_at is null;

-- Append-only. Line 1 of a call is its CHARGE; later lines (ADJUST, VOID) carry differences, so that the sum over all
-- lines of a call, a model, a run or a group is what it costs. An amount is null where there is no price.
create table ledger_entry (
    call_id             text collate "C" not null,
    seq                 int         not null,
    kind                text        not null check (kind in ('CHARGE', 'ADJUST', 'VOID')),
    run_id              text collate "C" not null,
    group_id            text        not null,
    attempt_id          text        not null,
    model               text        not null,
    input_tokens        bigint      not null,
    cached_input_tokens bigint      not null,
    output_tokens       bigint      not null,
    reasoning_tokens    bigint      not null,
    usage_estimated     boolean     not null,
    amount              numeric,
    currency            text        not null,
    basis               text        not null check
        (basis in ('ESTIMATED', 'ASSUMED', 'NEVER_SERVED', 'STATED', 'REPORTED')),
    price_book          text        not null,
    occurred_at         timestamptz not null,
    primary key (call_id, seq)
);

create index ledger_entry_by_run on ledger_entry (run_id, call_id);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: add an ADJUST or a VOID line instead';
end
$$;

create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each statement execute function ledger_is_append_only();

-- What each call costs now.
create view call_charge as
select call_id,
       min(run_id)                                   as run_id,
       min(group_id)                                 as group_id,
       min(attempt_id)                               as attempt_id,
       min(model)                                    as model,
       sum(input_tokens)                             as input_tokens,
       sum(cached_input_tokens)                      as cached_input_tokens,
       sum(output_tokens)                            as output_tokens,
       sum(reasoning_tokens)                         as reasoning_tokens,
       (array_agg(usage_estimated order by seq desc))[1] as usage_estimated,
       sum(amount)                                   as amount,
       min(currency)                                 as currency,
       (array_agg(basis order by seq desc))[1]       as basis,
       max(seq)                                      as seq,
       min(price_book)                               as price_book,
       max(occurred_at)                              as occurred_at
from ledger_entry
group by call_id;

-- Sums over the ledger, kept in the same transactions. "served" calls are those with tokens; the sum of squares of
-- their output tokens gives the spread that estimates need.
create table run_model_total (
    run_id              text collate "C" not null,
    model               text    not null,
    group_id            text    not null,
    currency            text    not null,
    calls               bigint  not null,
    unconfirmed         bigint  not null,
    voided              bigint  not null,
    unpriced            bigint  not null,
    served              bigint  not null,
    input_tokens        bigint  not null,
    cached_input_tokens bigint  not null,
    output_tokens       bigint  not null,
    reasoning_tokens    bigint  not null,
    output_squared      numeric not null,
    amount              numeric not null,
    primary key (run_id, model)
);

create index run_model_total_by_group on run_model_total (group_id);
create index run_model_total_by_model on run_model_total (model, run_id);

-- Calls whose run has not been planned here yet; priced and moved to the ledger when it is.
create table waiting_call (
    call_id             text collate "C" not null,
    run_id              text collate "C" not null,
    group_id            text        not null,
    attempt_id          text        not null,
    model               text        not null,
    input_tokens        bigint      not null,
    cached_input_tokens bigint      not null,
    output_tokens       bigint      not null,
    reasoning_tokens    bigint      not null,
    usage_estimated     boolean     not null,
    basis               text        not null,
    occurred_at         timestamptz not null,
    primary key (call_id, basis)
);

create index waiting_call_by_run on waiting_call (run_id, call_id);

-- Calls that the provider is to be asked about. A row is due at a time; whoever asks moves that time on first.
create table reconciliation (
    call_id    text collate "C" primary key,
    run_id     text collate "C" not null,
    model      text        not null,
    connection text        not null,
    since      timestamptz not null,
    due_at     timestamptz not null,
    tries      int         not null default 0
);

create index reconciliation_by_due on reconciliation (due_at);
create index reconciliation_by_run on reconciliation (run_id);

-- How long a benchmark's prompts are, from the samples that estimates were made from: with the tokens that its calls
-- used it gives characters per token of models whose tokenizer is not known.
create table prompt_sample (
    benchmark  text        primary key,
    prompts    bigint      not null,
    characters bigint      not null,
    seen_at    timestamptz not null
);
