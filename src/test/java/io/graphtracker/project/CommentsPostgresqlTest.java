package io.graphtracker.project;

import io.graphtracker.testing.OnPostgresql;

@OnPostgresql
class CommentsPostgresqlTest extends CommentsContract {}
