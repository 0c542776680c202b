package io.graphtracker.project;

import io.graphtracker.testing.OnSqlite;

@OnSqlite
class CommentsSqliteTest extends CommentsContract {}
