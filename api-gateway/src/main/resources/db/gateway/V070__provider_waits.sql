-- Which models wait for their providers, as the orchestrator said last; each until its time.
alter table run add column waits text;
