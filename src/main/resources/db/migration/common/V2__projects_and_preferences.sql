-- One script for SQLite and PostgreSQL. Ids are UUIDs as text and instants are timestamps in UTC, because SQLite knows
-- neither "uuid" nor "timestamp with time zone". The rules the application checks are written down here again: a file that
-- is restored or edited by hand must not hold a graph that the application cannot show.

create table project (
    id         varchar(36)  not null primary key,
    name       varchar(200) not null check (name <> ''),
    archived   boolean      not null,
    created_at timestamp    not null,
    updated_at timestamp    not null
);

-- the list of projects: one state, newest change first
create index project_list on project (archived, updated_at);

create table node (
    id            varchar(36)  not null primary key,
    project_id    varchar(36)  not null references project (id) on delete cascade,
    -- the group it lies in; a group that vanishes takes no task with it
    parent_id     varchar(36)  references node (id) on delete set null,
    is_group      boolean      not null,
    title         varchar(200) not null check (title <> ''),
    description   text         not null,
    status        varchar(20)  not null check (status in ('PLANNED', 'IN_PROGRESS', 'DISCUSS', 'BLOCKED', 'DONE')),
    planned_hours double precision check (planned_hours between 0 and 100000),
    check (parent_id <> id),
    -- what an edge refers to, so that both its ends are in its own project; also the way to the nodes of a project
    unique (project_id, id)
);

create index node_children on node (parent_id);

-- apart from the node: dragging nodes about writes small rows and leaves the plan itself alone
create table node_layout (
    node_id   varchar(36)      not null primary key references node (id) on delete cascade,
    x         double precision not null,
    y         double precision not null,
    collapsed boolean          not null
);

create table edge (
    id         varchar(36) not null primary key,
    project_id varchar(36) not null,
    source_id  varchar(36) not null,
    target_id  varchar(36) not null,
    foreign key (project_id, source_id) references node (project_id, id) on delete cascade,
    foreign key (project_id, target_id) references node (project_id, id) on delete cascade,
    unique (source_id, target_id),
    check (source_id <> target_id)
);

-- the edges of a project, and those that end in a node; those that begin in one are found by the unique pair
create index edge_project on edge (project_id, source_id);
create index edge_target on edge (target_id);

create table ui_preference (
    user_name        varchar(100)  not null,
    preference_key   varchar(200)  not null,
    preference_value varchar(4000) not null,
    primary key (user_name, preference_key)
);
