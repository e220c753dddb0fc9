-- What other forms of the items did, as the scorer said with the final aggregates; null if there are none.
alter table aggregate add column variants text;
