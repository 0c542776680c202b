package io.graphtracker.project;

import io.graphtracker.testing.OnPostgresql;

@OnPostgresql
class TaskFilterPostgresqlTest extends TaskFilterContract {}
