-- what some later version could do; for tests of restores over versions
alter table project add column colour varchar(20);
create table label (id varchar(36) not null primary key, name varchar(50) not null);
update project set colour = 'green';
