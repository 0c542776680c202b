/** Brings a backup back: what is done to the files of the live database, and what finishes or undoes it after a crash. */
@NullMarked
package io.graphtracker.backup.restore;

import org.jspecify.annotations.NullMarked;
