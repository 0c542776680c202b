package io.graphtracker.project;

import io.graphtracker.testing.OnSqlite;
import io.graphtracker.testing.Thorough;

@OnSqlite
@Thorough
class ConcurrencySqliteTest extends ConcurrencyContract {}
