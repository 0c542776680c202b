/** The backups there are: what the folder holds, in what state, and what can be done with each. */
@NullMarked
package io.graphtracker.backup.catalog;

import org.jspecify.annotations.NullMarked;
