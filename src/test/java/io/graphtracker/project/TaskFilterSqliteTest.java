package io.graphtracker.project;

import io.graphtracker.testing.OnSqlite;

@OnSqlite
class TaskFilterSqliteTest extends TaskFilterContract {}
