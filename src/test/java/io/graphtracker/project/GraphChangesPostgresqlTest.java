package io.graphtracker.project;

import io.graphtracker.testing.OnPostgresql;

@OnPostgresql
class GraphChangesPostgresqlTest extends GraphChangesContract {}
