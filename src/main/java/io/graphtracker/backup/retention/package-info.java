/**
 * Deletes old backups by a rule: which ones it keeps and why, where it is stored, and when it is applied. Without a
 * rule nothing is ever deleted.
 */
@NamedInterface("retention")
@NullMarked
package io.graphtracker.backup.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
