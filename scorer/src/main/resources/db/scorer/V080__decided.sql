-- How the questions of a run with a stop rule stand; null until one has its answer. What is decided stays.
alter table run add column decided text;
