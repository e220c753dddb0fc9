-- Answers that judges are to be asked about, in the order in which they came. A row stays until its run is over, so that
-- a task that is wanted again is known; its answers go when it is settled.
create table judge_request (
    run_id   text   not null,
    group_id text   not null,
    lane     int    not null,
    place    bigint not null,
    item     int    not null,
    repeat   int    not null,
    answers  text,
    primary key (run_id, lane, item, repeat)
);

create unique index judge_request_place on judge_request (run_id, lane, place);
