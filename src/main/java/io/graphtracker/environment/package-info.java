/** The ground the application stands on: project root, .env, DATABASE_URL, the data source and its gate. */
@NullMarked
package io.graphtracker.environment;

import org.jspecify.annotations.NullMarked;
