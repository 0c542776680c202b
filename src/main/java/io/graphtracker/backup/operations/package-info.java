/**
 * The database {@code instance/operations.db}: what was done with backups, and what is to be done with them. It is a
 * database of its own, which no restore replaces.
 */
@NamedInterface("operations")
@NullMarked
package io.graphtracker.backup.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
