-- What else people know about a task, and what they say about it.

alter table node add column priority varchar(20) not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH'));
alter table node add column actual_hours double precision check (actual_hours between 0 and 100000);
-- a name; null: nobody
alter table node add column assignee varchar(100) check (assignee <> '');
-- sorted, separated by commas: they are read and written together with the task, and an undo compares all of them
alter table node add column tags varchar(700) not null default ''
    check (tags not like ',%' and tags not like '%,' and tags not like '%,,%');
-- pages show it as a link, so nothing else than the web may be behind it
alter table node add column link varchar(2000) check (link like 'http://_%' or link like 'https://_%');

create table comment (
    id         varchar(36)  not null primary key,
    node_id    varchar(36)  not null references node (id) on delete cascade,
    author     varchar(100) not null check (author <> ''),
    body       text         not null check (body <> ''),
    created_at timestamp    not null
);

create index comment_node on comment (node_id, id);

-- comments are undone, too; SQLite changes no check of a table that exists
alter table change_row rename to former_change_row;

create table change_row (
    change_id varchar(36) not null references change (id) on delete cascade,
    entity    varchar(10) not null check (entity in ('node', 'edge', 'comment')),
    entity_id varchar(36) not null,
    -- the columns that were changed, as JSON; null: the row did not exist
    before    text,
    after     text,
    primary key (change_id, entity, entity_id)
);

insert into change_row select change_id, entity, entity_id, before, after from former_change_row;
drop table former_change_row;
