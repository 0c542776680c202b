/**
 * The ground the application stands on: project root, .env, DATABASE_URL, the data source and its gate, what is wrong with the database, the
 * clock, and how often the log tells the same.
 */
@NullMarked
package io.graphtracker.environment;

import org.jspecify.annotations.NullMarked;
