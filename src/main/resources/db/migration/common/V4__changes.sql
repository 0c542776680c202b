-- What was changed is kept, so that it can be undone, and told to the pages that show the plan.

-- counts the changes of the graph; each change increments it first, which makes concurrent changes wait for each other
alter table project add column revision bigint not null default 0;

-- counts the changes of the node itself; those of its layout do not count
alter table node add column version bigint not null default 0;

create table change (
    id         varchar(36)  not null primary key,
    project_id varchar(36)  not null references project (id) on delete cascade,
    -- the revision that the project got by it
    revision   bigint       not null,
    -- the page that can undo it
    page_id    varchar(100),
    -- a key of the message bundle and its arguments, as JSON
    label      text         not null,
    -- the change that it undoes, or the undo that it undoes; no reference, for that one may have been forgotten
    undo_of    varchar(36),
    at         timestamp    not null,
    unique (project_id, revision)
);

create table change_row (
    change_id varchar(36) not null references change (id) on delete cascade,
    entity    varchar(10) not null check (entity in ('node', 'edge')),
    entity_id varchar(36) not null,
    -- the columns that were changed, as JSON; null: the row did not exist
    before    text,
    after     text,
    primary key (change_id, entity, entity_id)
);
