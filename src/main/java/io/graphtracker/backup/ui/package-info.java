/** The Backup DB action and the backup section of the Settings tab. */
@NullMarked
package io.graphtracker.backup.ui;

import org.jspecify.annotations.NullMarked;
