/** Restores: preview, staged copy, safety backup, switch, and recovery after a crash. */
@NullMarked
package io.graphtracker.backup.restore;

import org.jspecify.annotations.NullMarked;
