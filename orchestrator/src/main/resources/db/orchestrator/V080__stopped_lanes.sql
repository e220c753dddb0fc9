-- Of a lane that ended since its model's questions are answered: samples among those that count without an answer.
alter table lane add column unanswered bigint;
