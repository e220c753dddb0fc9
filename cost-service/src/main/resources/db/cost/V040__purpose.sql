-- What a call was made for: judges' calls are lines of their own kind.
alter table ledger_entry
    add column purpose text not null default 'ANSWER' check (purpose in ('ANSWER', 'JUDGE'));

create or replace view call_charge as
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
       max(occurred_at)                              as occurred_at,
       min(purpose)                                  as purpose
from ledger_entry
group by call_id;
