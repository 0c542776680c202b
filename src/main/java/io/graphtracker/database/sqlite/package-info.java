/** SQLite: files and their headers, connections, error codes, and the fingerprint of a schema. */
@NamedInterface("sqlite")
@NullMarked
package io.graphtracker.database.sqlite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
