/** SQLite itself: its files and their headers, connections to them, error codes, and what tells one schema from another. */
@NamedInterface("sqlite")
@NullMarked
package io.graphtracker.database.sqlite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
