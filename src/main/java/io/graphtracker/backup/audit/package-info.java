/** The audit log: who did what with backups; in a database of its own, which no restore takes back in time. */
@NullMarked
package io.graphtracker.backup.audit;

import org.jspecify.annotations.NullMarked;
