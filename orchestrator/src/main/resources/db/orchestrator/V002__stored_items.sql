-- How many items of a dataset are stored, counted when they come.
alter table dataset add column stored_items bigint not null default 0;
update dataset set stored_items = (select count(*) from dataset_item where dataset_item.hash = dataset.hash);
