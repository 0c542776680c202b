-- An edge refers to its end by project and node, and now an index has the edges in that order: what a delete cascades to is found by
-- the whole reference, and a check of all references goes through edges and nodes side by side.

drop index edge_target;
create index edge_target on edge (project_id, target_id);
