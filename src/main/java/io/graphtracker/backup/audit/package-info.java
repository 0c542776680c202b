/** The audit log: who did what with backups. It is a database of its own, which no restore replaces. */
@NamedInterface("audit")
@NullMarked
package io.graphtracker.backup.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
