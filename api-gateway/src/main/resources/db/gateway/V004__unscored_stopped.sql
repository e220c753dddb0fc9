-- Why a metric has no score of a sample, by metric label; null if each has one.
alter table sample_score add column unscored text;

-- The answer that ended a run before all its samples were asked, and how many were; null if none did.
alter table run add column stopped text;
