package io.graphtracker.project;

import io.graphtracker.testing.OnSqlite;

@OnSqlite
class ImportPlanSqliteTest extends ImportPlanContract {}
