-- Items of models whose dataset is not that of the arena's first model. Items of equal id and content have one number in the
-- arena: their position in the first dataset that has them, after all items of the datasets before it. Models without rows
-- number their items as their dataset does.
create table arena_item (
    arena_key  bigint not null references arena on delete cascade,
    model      smallint not null,
    item       integer not null,
    arena_item integer not null,
    primary key (arena_key, model, item),
    unique (arena_key, model, arena_item)
);
