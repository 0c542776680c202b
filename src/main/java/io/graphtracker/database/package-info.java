/**
 * The database: {@code DATABASE_URL}, the data source and its gate, the schema and its migrations, the contents of a
 * database, and its faults.
 */
@ApplicationModule(allowedDependencies = {"environment"})
@NullMarked
package io.graphtracker.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
