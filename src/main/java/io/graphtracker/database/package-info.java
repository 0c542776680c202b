/**
 * The database: {@code DATABASE_URL}, the data source and its gate, the schema, what a database holds, and what is wrong with it if
 * something is.
 */
@ApplicationModule(allowedDependencies = {"environment"})
@NullMarked
package io.graphtracker.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
