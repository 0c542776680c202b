/** The section of the Backups page about scheduled backups, and the banner of all pages about failed ones. */
@NullMarked
package io.graphtracker.backup.schedule.ui;

import org.jspecify.annotations.NullMarked;
