/** Restores: preview, staged copy, safety backup, switch, and recovery after a crash. */
@NamedInterface("restore")
@NullMarked
package io.graphtracker.backup.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
