package io.graphtracker.project;

import io.graphtracker.testing.OnSqlite;

@OnSqlite
class TaskSearchSqliteTest extends TaskSearchContract {}
