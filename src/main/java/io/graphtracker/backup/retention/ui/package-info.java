/** The section of the Backups page for the retention rule. */
@NullMarked
package io.graphtracker.backup.retention.ui;

import org.jspecify.annotations.NullMarked;
