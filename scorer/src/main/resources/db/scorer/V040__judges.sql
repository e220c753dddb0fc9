-- Grades that judges gave to a sample, by label; null if none did.
alter table outcome add column judged text;
-- Whether judges' requests about an answer have been published; only of runs with judges.
alter table outcome add column wanted boolean;

-- How many samples have an outcome, once the orchestrator says that they all do, and whether it was told that no more
-- will be judged.
alter table run add column samples bigint;
alter table run add column all_wanted boolean not null default false;
