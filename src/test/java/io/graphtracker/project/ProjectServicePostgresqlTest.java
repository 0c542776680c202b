package io.graphtracker.project;

import io.graphtracker.testing.OnPostgresql;
import io.graphtracker.testing.Thorough;

@OnPostgresql
@Thorough
class ProjectServicePostgresqlTest extends ProjectServiceContract {}
