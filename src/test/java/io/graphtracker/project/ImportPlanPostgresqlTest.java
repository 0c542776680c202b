package io.graphtracker.project;

import io.graphtracker.testing.OnPostgresql;

@OnPostgresql
class ImportPlanPostgresqlTest extends ImportPlanContract {}
