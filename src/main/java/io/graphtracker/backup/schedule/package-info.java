/** Scheduled backups: when they are due, who makes them, and what became of them. */
@NullMarked
package io.graphtracker.backup.schedule;

import org.jspecify.annotations.NullMarked;
