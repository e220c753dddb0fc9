-- How many of a run's lanes are models; those after them are judgements, whose outcomes have no scores of their own. Runs
-- of earlier versions have no judgements.
alter table run add column answer_lanes smallint not null default 32767;

-- What judges said of two models' answers. Verdicts are 1: A, 2: B, 3: a tie, 4: missing; the outcome is null if there is
-- no vote.
create table judged_pair (
    run_key  bigint   not null,
    judge    text collate "C" not null,
    item     integer  not null,
    repeat   integer  not null,
    model_a  smallint not null,
    model_b  smallint not null,
    category text,
    as_given smallint not null,
    swapped  smallint,
    outcome  smallint,
    length_a bigint   not null,
    length_b bigint   not null,
    primary key (run_key, judge, item, repeat, model_a, model_b)
);
