/** Long work that programs ask for, and follow until its end: verify, restore, undo. */
@NullMarked
package io.graphtracker.backup.jobs;

import org.jspecify.annotations.NullMarked;
