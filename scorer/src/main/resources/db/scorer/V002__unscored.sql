-- Why a metric has no score of a sample, by metric label; null if each has one.
alter table outcome add column unscored text;
